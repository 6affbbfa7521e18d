import { mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { simpleDefinition } from '../testing/definitions';
import { insertTestExecution } from '../testing/insertTestExecution';
import { USERS, asUser, startPlugin } from '../testing/startPlugin';

/** A policy that answers every resource permission with one decision. */
function policy(decision: (name: string) => PolicyDecision) {
  return mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    authorizeConditional: async requests =>
      requests.map(({ permission }) => decision(permission.name)),
  }).factory;
}

const TYPES: Record<string, string> = {
  workflow: 'workflow',
  execution: 'workflow-execution',
  incident: 'incident',
};

function conditional(name: string, conditions: any): PolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'workflows',
    resourceType: TYPES[name.split('.')[0]],
    conditions,
  };
}

const rule = (name: string, ruleName: string, params: object = {}) => ({
  rule: ruleName,
  resourceType: TYPES[name.split('.')[0]],
  params,
});

async function seed(
  knex: any,
  backend: Awaited<ReturnType<typeof startPlugin>>,
) {
  const admin = backend.as(asUser(USERS.admin));
  for (let number = 0; number < 6; number++) {
    for (const ownerRef of [
      'group:default/payments',
      'group:default/storefront',
      undefined,
    ]) {
      await admin
        .post('/workflows')
        .send({
          name: `W${number}`,
          description: '',
          ownerRef,
          definition: simpleDefinition(),
        })
        .expect(201);
      await insertTestExecution(knex, { owner_ref: ownerRef ?? '' });
    }
  }
}

/** Reads a list to its end, two at a time. */
async function readAll(calls: any, path: string) {
  const owners: Array<string | undefined> = [];
  const sizes: number[] = [];
  for (let after = ''; ; ) {
    const { body } = await calls.get(`${path}?limit=2${after}`).expect(200);
    owners.push(...body.items.map((item: any) => item.ownerRef));
    sizes.push(body.items.length);
    if (!body.nextAfter) {
      return {
        owners: [...new Set(owners)].sort(),
        count: owners.length,
        sizes,
      };
    }
    after = `&after=${body.nextAfter}`;
  }
}

describe('the policy', () => {
  const databases = testDatabases();
  const isOwner = (name: string, ...claims: string[]) =>
    rule(name, 'IS_OWNER', { claims });

  it.each(databases.eachSupportedId())(
    'filters lists in SQL before they are cut into pages on %s',
    async id => {
      const payments = 'group:default/payments';
      const storefront = 'group:default/storefront';
      const cases: Array<{
        conditions: (name: string) => object;
        owners: Array<string | undefined>;
      }> = [
        { conditions: name => isOwner(name, payments), owners: [payments] },
        { conditions: name => rule(name, 'IS_GLOBAL'), owners: [undefined] },
        {
          conditions: name => ({
            anyOf: [isOwner(name, payments), rule(name, 'IS_GLOBAL')],
          }),
          owners: [payments, undefined],
        },
        {
          conditions: name => ({ not: isOwner(name, payments) }),
          owners: [storefront, undefined],
        },
        {
          conditions: name => ({
            allOf: [
              isOwner(name, payments, storefront),
              { not: isOwner(name, payments) },
            ],
          }),
          owners: [storefront],
        },
      ];
      const knex = await migratedDatabase(databases, id);
      let conditions = cases[0].conditions;
      let filtering = false;
      const backend = await startPlugin({
        knex,
        features: [
          policy(name =>
            filtering
              ? conditional(name, conditions(name))
              : { result: AuthorizeResult.ALLOW },
          ),
        ],
      });
      await seed(knex, backend);
      filtering = true;
      const admin = backend.as(asUser(USERS.admin));
      for (const { conditions: next, owners } of cases) {
        conditions = next;
        for (const path of ['/workflows', '/executions']) {
          const read = await readAll(admin, path);
          expect({ path, ...read }).toEqual({
            path,
            owners,
            count: owners.length * 6,
            sizes: Array(owners.length * 3).fill(2),
          });
        }
      }
    },
  );

  it.each(databases.eachSupportedId())(
    'hides what may not be read and refuses what may not be done on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      let denied: string[] = [];
      const backend = await startPlugin({
        knex,
        features: [
          policy(name =>
            denied.includes(name)
              ? conditional(name, isOwner(name, 'group:default/storefront'))
              : { result: AuthorizeResult.ALLOW },
          ),
        ],
      });
      const member = backend.as(asUser(USERS.member));
      const { body } = await member.post('/workflows').send({
        name: 'W',
        description: '',
        ownerRef: 'group:default/payments',
        definition: simpleDefinition(),
      });
      const path = `/workflows/${body.id}`;

      denied = ['workflow.update'];
      const shown = await member.get(path);
      expect([shown.status, shown.body.editable]).toEqual([200, false]);
      const list = await member.get('/workflows');
      expect(list.body.items[0].editable).toBe(false);
      const refused = await member.put(path).set('If-Match', '"1"').send({});
      expect([refused.status, refused.body.error.message]).toEqual([
        403,
        expect.stringContaining('workflow.update'),
      ]);
      expect((await member.post(`${path}/publish`)).status).toBe(200);

      denied = ['workflow.read'];
      expect((await member.get(path)).status).toBe(404);
      expect((await member.get(`${path}/secrets`)).status).toBe(404);
      expect((await member.delete(path)).status).toBe(404);
    },
  );
});
