import { randomBytes } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { newId } from '../database/newId';
import { eventually } from '../integration/__testUtils__/eventually';
import { documentedRoutes } from '../testing/answerContract';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { simpleDefinition } from '../testing/definitions';
import { insertTestExecution } from '../testing/insertTestExecution';
import { USERS, asService, asUser, startPlugin } from '../testing/startPlugin';

jest.setTimeout(120_000);

const TEAM = 'group:default/payments';
const CALLERS = {
  member: asUser(USERS.member),
  stranger: asUser(USERS.stranger),
  admin: asUser(USERS.admin),
  adminService: asService('external:ci'),
  service: asService('external:other'),
};
type CallerName = keyof typeof CALLERS;

/** Who passes the floor, on what belongs to the team. */
const FLOOR: Record<'signedIn' | 'owner' | 'admin', readonly CallerName[]> = {
  signedIn: ['member', 'stranger', 'admin', 'adminService', 'service'],
  owner: ['member', 'admin', 'adminService'],
  admin: ['admin', 'adminService'],
};

interface Route {
  who: keyof typeof FLOOR;
  /** What a policy must allow besides; absent where no policy is asked. */
  policy?: string;
  body?: object;
}

const own = (policy: string, body?: object): Route => ({
  who: 'owner',
  policy,
  body,
});
const open = (policy?: string, body?: object): Route => ({
  who: 'signedIn',
  policy,
  body,
});
const admins: Route = { who: 'admin' };
const definition = simpleDefinition();
const secret = { value: 's', allowedHosts: ['a.example.com'] };

/** Every documented route. Those that delete come last. */
const ROUTES: Record<string, Route> = {
  'GET /workflows': open('workflow.read'),
  'POST /workflows': own('workflow.create', {
    name: 'New',
    description: '',
    ownerRef: TEAM,
    definition,
  }),
  'POST /workflows/validate': open('workflow.read', { definition }),
  'POST /workflows/dry-run': open('workflow.read', { definition }),
  'POST /workflows/{id}/dry-run': open('workflow.read', {}),
  'GET /workflows/{id}': open('workflow.read'),
  'PUT /workflows/{id}': own('workflow.update', { note: 'x' }),
  'POST /workflows/{id}/publish': own('workflow.publish', {}),
  'POST /workflows/{id}/enable': own('workflow.publish'),
  'POST /workflows/{id}/disable': own('workflow.publish', {}),
  'GET /workflows/{id}/versions': open('workflow.read'),
  'GET /workflows/{id}/versions/{version}': open('workflow.read'),
  'GET /workflows/{id}/secrets': open('workflow.secret.read'),
  'PUT /workflows/{id}/secrets/{name}': own('workflow.secret.update', secret),
  'POST /workflows/{id}/executions': own('workflow.execute', {
    incidentId: '{incident}',
  }),
  'GET /executions': open('execution.read'),
  'GET /executions/{id}': open('execution.read'),
  'POST /executions/{id}/cancel': own('execution.cancel'),
  'POST /executions/{id}/retry': own('execution.retry', { from: 'start' }),
  'GET /incidents': open('incident.read'),
  'POST /incidents': open('incident.create', { patch: { title: 'New' } }),
  'GET /incidents/{id}': open('incident.read'),
  'PATCH /incidents/{id}': own('incident.update', { severity: 'low' }),
  'GET /incidents/{id}/explain': open('incident.read'),
  'GET /incidents/{id}/timeline': open('incident.read'),
  'GET /deliveries': admins,
  'GET /deliveries/counts': admins,
  'POST /deliveries/replay': { ...admins, body: { sourceId: 'test' } },
  'GET /deliveries/{id}': admins,
  'POST /deliveries/{id}/replay': admins,
  'GET /kill-switch': open('workflow.read'),
  'PUT /kill-switch': { ...admins, body: { on: false } },
  'GET /actions': open(),
  'GET /fields': open(),
  'GET /capabilities': open(),
  'GET /sources': open(),
  'DELETE /workflows/{id}/secrets/{name}': own('workflow.secret.update'),
  'DELETE /workflows/{id}': own('workflow.delete'),
};

describe('who may do what', () => {
  const databases = testDatabases();

  it('is said here for every documented route', () => {
    expect(Object.keys(ROUTES).sort()).toEqual(documentedRoutes().sort());
  });

  async function start(knex: Knex) {
    const denied = new Set<string>();
    const decide = (name: string) => ({
      result: denied.has(name) ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
    });
    const backend = await startPlugin({
      knex,
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'checkout', namespace: 'default' },
          spec: { type: 'service', owner: 'payments' },
          relations: [{ type: 'ownedBy', targetRef: TEAM }],
        },
      ],
      config: {
        egress: { allowPublic: false },
        secrets: {
          keys: [{ id: 'k1', key: randomBytes(32).toString('base64') }],
        },
      },
      features: [
        mockServices.permissions.mock({
          authorize: async asked =>
            asked.map(({ permission }) => decide(permission.name)) as any,
          authorizeConditional: async asked =>
            asked.map(({ permission }) => decide(permission.name)) as any,
        }).factory,
      ],
    });
    const member = backend.as(CALLERS.member);
    const make = async () => {
      const { body: workflow } = await member
        .post('/workflows')
        .send({ name: newId(), description: '', ownerRef: TEAM, definition })
        .expect(201);
      await member
        .put(`/workflows/${workflow.id}/secrets/TOKEN`)
        .send(secret)
        .expect(200);
      return workflow.id as string;
    };
    const { body: declared } = await member.post('/incidents').send({
      entityRef: 'component:default/checkout',
      patch: { title: 'Checkout is slow' },
    });
    const incident: string = declared.incidentId;
    await eventually(
      () => member.get(`/incidents/${incident}`),
      ({ body }) => body.ownerRef === TEAM,
    );
    const workflow = await make();
    const execution = await insertTestExecution(knex, {
      workflow_id: workflow,
      owner_ref: TEAM,
      status: 'FAILED',
    });
    const idOf = {
      workflows: workflow,
      executions: execution,
      incidents: incident,
      deliveries: declared.deliveryId as string,
    };

    const call = async (route: string, caller: CallerName) => {
      const [method, template] = route.split(' ');
      const kind = template.split('/')[1] as keyof typeof idOf;
      // What is deleted is one's own.
      const id = method === 'DELETE' ? await makeUndenied() : idOf[kind];
      const path = template
        .replace('{id}', id)
        .replace('{name}', 'TOKEN')
        .replace('{version}', '1');
      const query = route.endsWith('/explain') ? `?workflowId=${workflow}` : '';
      const calls = backend.as(CALLERS[caller]);
      const sent: request.Test = calls[method.toLowerCase() as 'get'](
        path + query,
      );
      if (method === 'PUT') {
        sent.set('If-Match', '"1"');
      }
      const body = JSON.stringify(ROUTES[route].body)?.replace(
        '{incident}',
        incident,
      );
      return body ? sent.send(JSON.parse(body)) : sent;
    };
    const makeUndenied = async () => {
      const before = [...denied];
      denied.clear();
      const id = await make();
      before.forEach(name => denied.add(name));
      return id;
    };
    return { call, denied };
  }

  it.each(databases.eachSupportedId())(
    'is decided by the floor for each caller on each route, on %s',
    async id => {
      const { call } = await start(await migratedDatabase(databases, id));
      for (const [route, { who }] of Object.entries(ROUTES)) {
        const refused: string[] = [];
        for (const caller of FLOOR.signedIn) {
          const { status } = await call(route, caller);
          // Else a mistake of this table would be taken for leave.
          if (![200, 201, 202, 204, 403, 409].includes(status)) {
            throw new Error(`${route} answered ${status} to ${caller}`);
          }
          if (status === 403) {
            refused.push(caller);
          }
        }
        expect([route, refused]).toEqual([
          route,
          FLOOR.signedIn.filter(caller => !FLOOR[who].includes(caller)),
        ]);
      }
    },
  );

  it.each(databases.eachSupportedId())(
    'is narrowed by the policy, for admins too, on %s',
    async id => {
      const { call, denied } = await start(
        await migratedDatabase(databases, id),
      );
      for (const [route, { policy }] of Object.entries(ROUTES)) {
        denied.clear();
        denied.add(policy ?? 'asked of no policy');
        const statuses = [
          (await call(route, 'member')).status,
          (await call(route, 'admin')).status,
        ];
        expect([route, statuses.every(status => status === 403)]).toEqual([
          route,
          policy !== undefined,
        ]);
      }
    },
  );
});
