import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { Receiver } from '../engine/testing/receiver';
import { eventually } from '../integration/__testUtils__/eventually';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { simpleDefinition } from '../testing/definitions';
import { USERS, asUser, startPlugin } from '../testing/startPlugin';

jest.setTimeout(60_000);

const VALUE = `canary-${randomBytes(12).toString('hex')}`;

type Backend = Awaited<ReturnType<typeof startPlugin>>;

describe("another team's secret", () => {
  const databases = testDatabases();
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await Receiver.start();
  });
  afterEach(() => receiver.stop());

  /** A secret of the payments team, and the storefront team that would like it. */
  async function start(knex: Knex) {
    const backend = await startPlugin({
      knex,
      config: {
        egress: { allow: [receiver.host], allowPublic: false },
        secrets: {
          keys: [{ id: 'k1', key: randomBytes(32).toString('base64') }],
        },
      },
    });
    const owner = backend.as(asUser(USERS.member));
    const thief = backend.as(asUser(USERS.stranger));
    const definition = simpleDefinition({
      url: receiver.url,
      secret: 'TOKEN',
    });
    const create = async (calls: typeof owner, team: string) => {
      const { body } = await calls
        .post('/workflows')
        .send({
          name: team,
          description: '',
          ownerRef: `group:default/${team}`,
          definition,
        })
        .expect(201);
      return body;
    };
    const put = (calls: typeof owner, id: string, value: string) =>
      calls
        .put(`/workflows/${id}/secrets/TOKEN`)
        .send({ value, allowedHosts: [receiver.host] });
    const theirs = await create(owner, 'payments');
    await put(owner, theirs.id, VALUE).expect(200);
    const own = await create(thief, 'storefront');
    return { owner, thief, definition, theirs, own, put };
  }

  /** Tells of an incident of a team, which starts its workflows. */
  async function fire(calls: ReturnType<Backend['as']>, team: string) {
    await calls
      .post('/hooks/test')
      .send({
        version: '4',
        status: 'firing',
        groupLabels: {},
        commonLabels: {},
        commonAnnotations: {},
        groupKey: '{}',
        receiver: 'portal',
        externalURL: 'http://alertmanager.example.com',
        alerts: [
          {
            status: 'firing',
            labels: { alertname: 'Down', team },
            annotations: {},
            startsAt: '2026-11-22T10:00:00Z',
            endsAt: '0001-01-01T00:00:00Z',
            generatorURL: '',
            fingerprint: 'abc',
          },
        ],
      })
      .expect(202);
  }

  const unknown = [
    expect.objectContaining({
      code: 'secret_unknown',
      nodeId: 'tell',
      path: 'nodes.1.data.config.headers.Authorization',
    }),
  ];

  it.each(databases.eachSupportedId())(
    'is unknown in a draft, an edit, a publish, a dry run and a check, on %s',
    async id => {
      const { thief, definition, theirs, own, put } = await start(
        await migratedDatabase(databases, id),
      );
      const path = `/workflows/${own.id}`;
      expect(own.problems).toEqual(unknown);
      const edited = await thief
        .put(path)
        .set('If-Match', '"1"')
        .send({ definition });
      expect(edited.body.problems).toEqual(unknown);
      const published = await thief.post(`${path}/publish`);
      expect([published.status, published.body.error.message]).toEqual([
        400,
        expect.stringContaining('no secret "TOKEN"'),
      ]);
      for (const [route, body] of [
        [`${path}/dry-run`, {}],
        ['/workflows/dry-run', { definition, workflowId: own.id }],
        ['/workflows/dry-run', { definition }],
      ] as const) {
        const played = await thief.post(route).send(body);
        expect([route, played.body.problems]).toEqual([route, unknown]);
        expect(played.text).not.toContain(VALUE);
      }
      const checked = await thief
        .post('/workflows/validate')
        .send({ definition, workflowId: own.id });
      expect(checked.body.problems).toEqual(unknown);

      // Nor may they take the place of the owner's.
      const secrets = `/workflows/${theirs.id}/secrets/TOKEN`;
      expect((await put(thief, theirs.id, 'mine')).status).toBe(403);
      expect((await thief.delete(secrets)).status).toBe(403);
      expect(receiver.received).toEqual([]);
    },
  );

  it.each(databases.eachSupportedId())(
    'is not lent to a run or its retry when the workflow loses its own, on %s',
    async id => {
      const { owner, thief, own, put } = await start(
        await migratedDatabase(databases, id),
      );
      const path = `/workflows/${own.id}`;
      await put(thief, own.id, 'their own').expect(200);
      await thief.post(`${path}/publish`).expect(200);
      await thief.post(`${path}/enable`).expect(200);
      await thief.delete(`${path}/secrets/TOKEN`).expect(204);

      await fire(owner, 'storefront');
      const failed = async (count: number) => {
        const { body } = await eventually(
          () => thief.get('/executions?status=FAILED'),
          answer => answer.body.items?.length === count,
        );
        return (await thief.get(`/executions/${body.items[0].id}`)).body;
      };
      const run = await failed(1);
      const refused = {
        code: 'secret_refused',
        message: expect.stringContaining('has no secret "TOKEN"'),
      };
      expect(run.steps[0].error).toEqual(refused);
      await thief
        .post(`/executions/${run.id}/retry`)
        .send({ from: 'failed' })
        .expect(201);
      const again = await failed(2);
      expect(again.steps[0].error).toEqual(refused);
      expect(receiver.received).toEqual([]);
    },
  );

  it.each(databases.eachSupportedId())(
    'goes to no host but those that its owner allowed, on %s',
    async id => {
      const { owner, theirs } = await start(
        await migratedDatabase(databases, id),
      );
      const definition = simpleDefinition({
        url: 'https://elsewhere.example.com/',
        secret: 'TOKEN',
      });
      const path = `/workflows/${theirs.id}`;
      const edited = await owner
        .put(path)
        .set('If-Match', '"1"')
        .send({ definition });
      expect(edited.body.problems).toEqual([
        expect.objectContaining({
          code: 'secret_host',
          nodeId: 'tell',
          path: 'nodes.1.data.config.headers.Authorization',
          message: expect.stringContaining('elsewhere.example.com'),
        }),
      ]);
      const published = await owner.post(`${path}/publish`);
      expect([published.status, published.body.error.message]).toEqual([
        400,
        expect.stringContaining('may not go to elsewhere.example.com'),
      ]);
    },
  );

  it.each(databases.eachSupportedId())(
    'is not sent by a run once its owner has taken the host from it, on %s',
    async id => {
      const { owner, theirs } = await start(
        await migratedDatabase(databases, id),
      );
      const path = `/workflows/${theirs.id}`;
      await owner.post(`${path}/publish`).expect(200);
      await owner.post(`${path}/enable`).expect(200);
      await owner
        .put(`${path}/secrets/TOKEN`)
        .send({ value: VALUE, allowedHosts: ['elsewhere.example.com'] })
        .expect(200);
      await fire(owner, 'payments');
      const { body } = await eventually(
        () => owner.get('/executions?status=FAILED'),
        answer => answer.body.items?.length === 1,
      );
      const run = await owner.get(`/executions/${body.items[0].id}`);
      expect(run.body.steps[0].error).toEqual({
        code: 'secret_refused',
        message: expect.stringContaining(
          `may not be sent to ${receiver.host}; it is allowed for elsewhere.example.com`,
        ),
      });
      expect(receiver.received).toEqual([]);
    },
  );
});
