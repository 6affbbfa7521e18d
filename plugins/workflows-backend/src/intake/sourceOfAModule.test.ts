import type { Entity } from '@backstage/catalog-model';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { USERS, asUser, startPlugin } from '../testing/startPlugin';
import acmeModule from './__testUtils__/acme/acmeModule';
import './__testUtils__/acme/acmeContract';

const SECRET = 'a secret of acme';

const press: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'press',
    namespace: 'default',
    annotations: { 'acme.example/machine': 'press-3' },
  },
  spec: { type: 'machine', owner: 'payments' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
};

describe('a source that a backend module adds', () => {
  const databases = testDatabases();

  it.each(databases.eachSupportedId())(
    'takes deliveries like those that are built in, on %s',
    async id => {
      const { as } = await startPlugin({
        knex: await migratedDatabase(databases, id),
        config: { sources: { plant: { type: 'acme', secrets: [SECRET] } } },
        entities: [press],
        features: [acmeModule],
      });
      const post = (body: object, secret = SECRET) => {
        const text = JSON.stringify(body);
        return as('')
          .post('/hooks/plant')
          .set('Content-Type', 'application/json')
          .set(
            'X-Acme-Signature',
            createHmac('sha256', secret).update(text).digest('hex'),
          )
          .send(text);
      };
      const alarm = {
        id: '42',
        text: 'Jammed',
        over: false,
        at: '2026-11-22T10:00:00Z',
        machine: 'press-3',
      };
      await post({ alarm }, 'of somebody else').expect(401);
      await post({ alarm }).expect(202);
      await post({ alarm }).expect(200);
      const incidents = async () =>
        (await as(asUser(USERS.admin)).get('/incidents').expect(200)).body
          .items;
      for (let look = 0; look < 1_000; look++) {
        if ((await incidents()).length > 0) {
          break;
        }
        await new Promise(done => setTimeout(done, 20));
      }
      expect(await incidents()).toEqual([
        expect.objectContaining({
          sourceId: 'plant',
          incidentKey: '42',
          title: 'Jammed',
          status: 'triggered',
        }),
      ]);
    },
  );
});

it.each(['acmeModule', 'acmeContract'])(
  'the documentation shows %s as it is compiled and tested here',
  name => {
    const page = readFileSync(
      resolve(__dirname, '../../../../docs/extending.md'),
      'utf8',
    );
    const code = readFileSync(
      resolve(__dirname, `__testUtils__/acme/${name}.ts`),
      'utf8',
    );
    expect(page).toContain(`\`\`\`ts\n${code}\`\`\``);
  },
);
