import { migratedDatabase, testDatabases } from '../testing/databases';
import { simpleDefinition } from '../testing/definitions';
import { insertTestExecution } from '../testing/insertTestExecution';
import { USERS, asService, asUser, startPlugin } from '../testing/startPlugin';

const CALLERS = {
  member: asUser(USERS.member),
  stranger: asUser(USERS.stranger),
  admin: asUser(USERS.admin),
  adminService: asService('external:ci'),
  service: asService('external:other'),
};
type CallerName = keyof typeof CALLERS;

const OWNERS = { team: 'group:default/payments', global: undefined };

/** Who may change what, in the whole API. */
const MAY_CHANGE: Record<keyof typeof OWNERS, CallerName[]> = {
  team: ['member', 'admin', 'adminService'],
  global: ['admin', 'adminService'],
};

type Calls = Awaited<ReturnType<typeof startPlugin>>['as'] extends (
  header: string,
) => infer T
  ? T
  : never;

/** Every route that changes something. A caller who may gets past the floor. */
const CHANGES: Record<
  string,
  (calls: Calls, ids: { workflow: string; execution: string }) => any
> = {
  update: (calls, { workflow }) =>
    calls
      .put(`/workflows/${workflow}`)
      .set('If-Match', '"1"')
      .send({ note: 'x' }),
  publish: (calls, { workflow }) =>
    calls.post(`/workflows/${workflow}/publish`),
  enable: (calls, { workflow }) => calls.post(`/workflows/${workflow}/enable`),
  disable: (calls, { workflow }) =>
    calls.post(`/workflows/${workflow}/disable`),
  putSecret: (calls, { workflow }) =>
    calls
      .put(`/workflows/${workflow}/secrets/TOKEN`)
      .send({ value: 's', allowedHosts: ['a.example.com'] }),
  deleteSecret: (calls, { workflow }) =>
    calls.delete(`/workflows/${workflow}/secrets/TOKEN`),
  cancel: (calls, { execution }) =>
    calls.post(`/executions/${execution}/cancel`),
  retry: (calls, { execution }) =>
    calls.post(`/executions/${execution}/retry`).send({ from: 'start' }),
  delete: (calls, { workflow }) => calls.delete(`/workflows/${workflow}`),
};

describe('the floor', () => {
  const databases = testDatabases();

  it.each(databases.eachSupportedId())(
    'decides for every caller, owner and changing route on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const backend = await startPlugin({ knex });
      const admin = backend.as(CALLERS.admin);
      let number = 0;

      for (const scope of ['team', 'global'] as const) {
        for (const name of Object.keys(CALLERS) as CallerName[]) {
          const calls = backend.as(CALLERS[name]);
          const may = MAY_CHANGE[scope].includes(name);
          number += 1;
          const body = {
            name: `W${number}`,
            description: '',
            ownerRef: OWNERS[scope],
            definition: simpleDefinition(),
          };
          const created = await calls.post('/workflows').send(body);
          expect([scope, name, 'create', created.status]).toEqual([
            scope,
            name,
            'create',
            may ? 201 : 403,
          ]);
          const workflow: string = may
            ? created.body.id
            : (await admin.post('/workflows').send(body)).body.id;
          const execution = await insertTestExecution(knex, {
            workflow_id: workflow,
            owner_ref: OWNERS[scope] ?? '',
          });

          const shown = await calls.get(`/workflows/${workflow}`);
          expect([scope, name, shown.body.editable]).toEqual([
            scope,
            name,
            may,
          ]);
          for (const [verb, change] of Object.entries(CHANGES)) {
            const { status, body: answer } = await change(calls, {
              workflow,
              execution,
            });
            expect({ scope, name, verb, refused: status === 403 }).toEqual({
              scope,
              name,
              verb,
              refused: !may,
            });
            expect(answer.error?.name === 'NotAllowedError').toBe(!may);
            expect(status).toBeLessThan(500);
          }
          const left = await knex('workflows').where({ id: workflow });
          expect([scope, name, left.length]).toEqual([
            scope,
            name,
            may ? 0 : 1,
          ]);
        }
      }
    },
  );

  it.each(databases.eachSupportedId())(
    'keeps the inbox to admins on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const backend = await startPlugin({ knex });
      const statuses: Record<string, number> = {};
      for (const name of Object.keys(CALLERS) as CallerName[]) {
        const calls = backend.as(CALLERS[name]);
        statuses[name] = (await calls.get('/deliveries')).status;
        const replayed = await calls.post(
          '/deliveries/0195f000-0000-7000-8000-000000000000/replay',
        );
        statuses[`${name} replays`] = replayed.status;
      }
      expect(statuses).toEqual({
        member: 403,
        'member replays': 403,
        stranger: 403,
        'stranger replays': 403,
        admin: 200,
        'admin replays': 404,
        adminService: 200,
        'adminService replays': 404,
        service: 403,
        'service replays': 403,
      });
    },
  );
});
