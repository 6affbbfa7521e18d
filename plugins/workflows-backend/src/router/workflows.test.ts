import { migratedDatabase, testDatabases } from '../testing/databases';
import { simpleDefinition } from '../testing/definitions';
import { insertTestExecution } from '../testing/insertTestExecution';
import { USERS, asUser, startPlugin } from '../testing/startPlugin';

describe('the workflow routes', () => {
  const databases = testDatabases();

  it.each(databases.eachSupportedId())(
    'keeps a form that is still empty, and names it until it may be published, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const backend = await startPlugin({ knex });
      const member = backend.as(asUser(USERS.member));
      const definition = simpleDefinition();
      Object.assign(definition.nodes[1].data, { config: { method: 'POST' } });

      const created = await member.post('/workflows').send({
        name: 'Half',
        description: '',
        ownerRef: 'group:default/payments',
        definition,
      });
      expect([created.status, created.body.problems]).toEqual([
        201,
        [
          {
            code: 'field_value',
            severity: 'error',
            nodeId: definition.nodes[1].id,
            path: 'nodes.1.data.config.url',
            message: 'is required',
          },
        ],
      ]);
      const path = `/workflows/${created.body.id}`;
      expect((await member.get(path)).body.definition).toEqual(definition);

      const published = await member.post(`${path}/publish`);
      expect([published.status, published.body.error.message]).toEqual([
        400,
        'The workflow cannot be published: definition.nodes.1.data.config.url: is required',
      ]);
      const tried = await member
        .post(`${path}/dry-run`)
        .send({ incident: { title: 'x' } });
      expect([tried.status, tried.body]).toEqual([
        200,
        { problems: created.body.problems, steps: [], edges: [] },
      ]);
    },
  );

  it.each(databases.eachSupportedId())(
    'create, edit, publish, switch and delete a workflow on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const backend = await startPlugin({ knex });
      const member = backend.as(asUser(USERS.member));

      const created = await member.post('/workflows').send({
        name: 'Tell',
        description: 'Tells the team',
        ownerRef: 'group:default/payments',
        definition: simpleDefinition(),
      });
      expect([created.status, created.body]).toEqual([
        201,
        expect.objectContaining({
          name: 'Tell',
          latestVersion: 1,
          enabled: false,
          editable: true,
          triggerType: 'incident_created',
          createdBy: USERS.member,
          problems: [],
        }),
      ]);
      const path = `/workflows/${created.body.id}`;

      const early = await member.post(`${path}/enable`);
      expect([early.status, early.body.error.message]).toEqual([
        409,
        expect.stringContaining('has no published version'),
      ]);

      const edited = await member
        .put(path)
        .set('If-Match', '"1"')
        .send({ description: 'Tells everyone', note: 'wider' });
      expect([edited.status, edited.body.latestVersion]).toEqual([200, 2]);

      const stale = await member
        .put(path)
        .set('If-Match', '"1"')
        .send({ description: 'Too late' });
      expect([stale.status, stale.body.error.message]).toEqual([
        409,
        expect.stringContaining('Somebody saved version 2'),
      ]);
      const missing = await member.put(path).send({ description: 'x' });
      expect([missing.status, missing.body.error.message]).toEqual([
        400,
        expect.stringContaining('If-Match'),
      ]);

      const { etag } = (await member.get(path)).headers;
      const published = await member.post(`${path}/publish`);
      expect([published.status, published.body.publishedVersion]).toEqual([
        200, 2,
      ]);
      // A browser that asks again with what it has must not be told "not modified".
      const again = await member.get(path).set('If-None-Match', etag);
      expect([again.status, again.body.publishedVersion]).toEqual([200, 2]);
      const enabled = await member.post(`${path}/enable`);
      expect([enabled.status, enabled.body.enabled]).toEqual([200, true]);
      const disabled = await member.post(`${path}/disable`);
      expect([disabled.status, disabled.body.enabled]).toEqual([200, false]);

      const waits = await insertTestExecution(knex, {
        workflow_id: created.body.id,
        owner_ref: 'group:default/payments',
      });
      const wrong = await member
        .post(`${path}/disable`)
        .send({ waiting: 'stop' });
      expect([wrong.status, wrong.body.error.message]).toEqual([
        400,
        expect.stringContaining('waiting'),
      ]);
      const status = async () =>
        (await member.get(`/executions/${waits}`)).body.status;
      await member.post(`${path}/disable`).send({ queued: 'run' });
      expect(await status()).toBe('WAITING');
      await member.post(`${path}/disable`).send({ waiting: 'cancel' });
      expect(await status()).toBe('CANCELLED');

      const versions = await member.get(`${path}/versions`);
      expect(
        versions.body.items.map((item: any) => [
          item.version,
          item.note,
          Boolean(item.publishedAt),
        ]),
      ).toEqual([
        [2, 'wider', true],
        [1, undefined, false],
      ]);
      const first = await member.get(`${path}/versions/1`);
      expect(first.body.definition).toEqual(simpleDefinition());
      expect((await member.get(`${path}/versions/3`)).status).toBe(404);

      expect((await member.delete(path)).status).toBe(204);
      expect((await member.get(path)).status).toBe(404);
      expect(
        await knex('workflow_changes').orderBy('id').pluck('change'),
      ).toEqual(['published', 'enabled', 'disabled', 'deleted']);
    },
  );
});
