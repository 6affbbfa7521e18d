import { randomBytes } from 'node:crypto';
import type { Entity } from '@backstage/catalog-model';
import { mockServices } from '@backstage/backend-test-utils';
import { assertAnswers, documentedRoutes } from '../testing/answerContract';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { simpleDefinition } from '../testing/definitions';
import { insertTestExecution } from '../testing/insertTestExecution';
import { USERS, asUser, startPlugin } from '../testing/startPlugin';

const checkout: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', namespace: 'default' },
  spec: { owner: 'payments' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
};

const alert = {
  version: '4',
  groupKey: '{}:{alertname="Down"}',
  status: 'firing',
  receiver: 'portal',
  groupLabels: {},
  commonLabels: {},
  commonAnnotations: {},
  externalURL: 'http://alertmanager.example.com',
  alerts: [
    {
      status: 'firing',
      labels: { alertname: 'Down', severity: 'critical' },
      annotations: {},
      startsAt: '2026-11-22T10:00:00Z',
      endsAt: '0001-01-01T00:00:00Z',
      generatorURL: '',
      fingerprint: 'abc',
    },
  ],
};

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    const found = await look();
    if (found !== undefined) {
      return found;
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error('it did not happen in 20 s');
}

describe('the API', () => {
  const databases = testDatabases();

  it.each(databases.eachSupportedId())(
    'answers on every route as openapi.yaml says, around a real incident, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const auditor = mockServices.auditor.mock();
      const event = { success: jest.fn(), fail: jest.fn() };
      auditor.createEvent.mockResolvedValue(event);
      const backend = await startPlugin({
        knex,
        entities: [checkout],
        config: {
          secrets: {
            keys: [{ id: 'k1', key: randomBytes(32).toString('base64') }],
          },
          egress: { allowPublic: false },
        },
        features: [auditor.factory],
      });
      const admin = backend.as(asUser(USERS.admin));
      const seen = new Set<string>();
      const call = async (
        route: string,
        params: Record<string, string | number> = {},
        body?: object,
        suffix = '',
      ) => {
        const [method, template] = route.split(' ');
        const path = template.replace(/\{(\w+)\}/g, (_, name) =>
          String(params[name]),
        );
        const request = admin[method.toLowerCase() as 'get'](path + suffix);
        if (params.ifMatch) {
          request.set('If-Match', `"${params.ifMatch}"`);
        }
        const answer = await (body ? request.send(body) : request);
        assertAnswers(route, answer);
        seen.add(route);
        return answer.body;
      };

      const { id: workflow } = await call(
        'POST /workflows',
        {},
        {
          name: 'Tell',
          description: '',
          definition: simpleDefinition({ secret: 'TOKEN' }),
        },
      );
      const other = await call(
        'POST /workflows',
        {},
        {
          name: 'Of another team',
          description: '',
          ownerRef: 'group:default/storefront',
          definition: simpleDefinition(),
        },
      );
      const ofTeam = await call(
        'POST /workflows',
        {},
        {
          name: 'Of the team',
          description: '',
          ownerRef: 'group:default/payments',
          definition: simpleDefinition(),
        },
      );
      const halfFilled = simpleDefinition();
      Object.assign(halfFilled.nodes[1].data, { config: {} });
      const draft = await call(
        'POST /workflows',
        {},
        { name: 'Half', description: '', definition: halfFilled },
      );
      await call('DELETE /workflows/{id}', { id: draft.id });

      const early = await admin.post(`/workflows/${workflow}/publish`);
      expect([early.status, early.body.error.message]).toEqual([
        400,
        expect.stringContaining('no secret "TOKEN"'),
      ]);
      await call(
        'PUT /workflows/{id}/secrets/{name}',
        { id: workflow, name: 'TOKEN' },
        { value: 'canary', allowedHosts: ['receiver.example.com'] },
      );
      const secrets = await call('GET /workflows/{id}/secrets', {
        id: workflow,
      });
      expect(JSON.stringify(secrets)).not.toContain('canary');
      await call(
        'PUT /workflows/{id}',
        { id: workflow, ifMatch: 1 },
        { note: 'again' },
      );
      await call('POST /workflows/{id}/publish', { id: workflow });
      await call('POST /workflows/{id}/enable', { id: workflow });
      await call(
        'POST /workflows/validate',
        {},
        {
          definition: simpleDefinition({ secret: 'NOPE' }),
          workflowId: workflow,
        },
      );
      await call('GET /workflows/{id}', { id: workflow });
      await call('GET /workflows/{id}/versions', { id: workflow });
      await call('GET /workflows/{id}/versions/{version}', {
        id: workflow,
        version: 1,
      });

      await call(
        'POST /workflows/dry-run',
        {},
        { definition: simpleDefinition(), workflowId: workflow },
      );
      await call('POST /workflows/{id}/dry-run', { id: workflow });

      const hook = await admin.post('/hooks/test').send(alert);
      expect(hook.status).toBe(202);
      const execution = await until(async () => {
        const { items } = await call('GET /executions', {}, undefined, '');
        return items.find((item: any) => item.status === 'FAILED');
      });
      const detail = await call('GET /executions/{id}', { id: execution.id });
      expect(detail.steps[0].error.message).toContain('receiver.example.com');
      const [incident] = (await call('GET /incidents')).items;
      await call('GET /incidents/{id}', { id: incident.id });
      await call(
        'POST /workflows/{id}/executions',
        { id: workflow },
        { incidentId: incident.id },
      );
      const explained = await call(
        'GET /incidents/{id}/explain',
        { id: incident.id },
        undefined,
        `?workflowId=${workflow}`,
      );
      expect(explained.events).toMatchObject([{ outcome: 'ran' }]);
      const timeline = await call('GET /incidents/{id}/timeline', {
        id: incident.id,
      });
      expect(timeline.items[0].executions).toEqual([
        expect.objectContaining({ id: execution.id, workflowName: 'Tell' }),
      ]);
      await call(
        'PATCH /incidents/{id}',
        { id: incident.id },
        {
          severity: 'low',
          tickets: [{ system: 'jira', key: 'A-1', url: 'https://j/A-1' }],
        },
      );
      await call('POST /incidents', {}, { patch: { title: 'By hand' } });
      const [delivery] = (
        await call('GET /deliveries', {}, undefined, '?sourceId=test')
      ).items;
      await call('GET /deliveries/{id}', { id: delivery.id });
      await call('GET /deliveries/counts');
      await call('POST /deliveries/replay', {}, { sourceId: 'test' });
      await call('POST /deliveries/{id}/replay', { id: delivery.id });

      const retried = await call(
        'POST /executions/{id}/retry',
        { id: execution.id },
        { from: 'failed' },
      );
      expect(retried).toMatchObject({
        parentId: execution.id,
        requestedBy: USERS.admin,
      });
      await until(async () => {
        const { status } = await call('GET /executions/{id}', {
          id: retried.id,
        });
        return status === 'FAILED' ? true : undefined;
      });

      const waiting = await insertTestExecution(knex, { status: 'WAITING' });
      expect(
        (await call('POST /executions/{id}/cancel', { id: waiting })).status,
      ).toBe('CANCELLED');
      const ended = await admin.post(`/executions/${waiting}/cancel`);
      expect(ended.status).toBe(409);
      expect(event.fail).toHaveBeenCalledWith({
        error: expect.objectContaining({ name: 'ConflictError' }),
      });

      const names = async (query: string) =>
        (await call('GET /workflows', {}, undefined, query)).items
          .map((item: any) => item.name)
          .sort();
      expect(await names('?entityRef=component:default/checkout')).toEqual([
        'Of the team',
        'Tell',
      ]);
      expect(await names('?entityRef=component:default/nowhere')).toEqual([
        'Tell',
      ]);
      expect(await names('?search=TEAM')).toEqual([
        'Of another team',
        'Of the team',
      ]);
      expect(await names('?search=%25')).toEqual([]);

      await call('PUT /kill-switch', {}, { on: true, reason: 'a storm' });
      expect((await call('GET /kill-switch')).on).toBe(true);
      await call('PUT /kill-switch', {}, { on: false });

      await call('GET /actions');
      await call('GET /sources');
      expect((await call('GET /fields')).items.length).toBeGreaterThan(20);
      expect((await call('GET /capabilities')).admin).toBe(true);
      await call('POST /workflows/{id}/disable', { id: workflow });
      await call('DELETE /workflows/{id}/secrets/{name}', {
        id: workflow,
        name: 'TOKEN',
      });
      for (const left of [workflow, other.id, ofTeam.id]) {
        await call('DELETE /workflows/{id}', { id: left });
      }
      expect([...seen].sort()).toEqual(documentedRoutes().sort());

      const audited = auditor.createEvent.mock.calls.map(
        ([options]) => options.eventId,
      );
      expect([...new Set(audited)].sort()).toEqual([
        'deliveries-replay',
        'delivery-replay',
        'execution-cancel',
        'execution-retry',
        'incident-create',
        'incident-update',
        'kill-switch-put',
        'workflow-create',
        'workflow-delete',
        'workflow-disable',
        'workflow-enable',
        'workflow-publish',
        'workflow-run',
        'workflow-secret-delete',
        'workflow-secret-put',
        'workflow-update',
      ]);
      expect(
        JSON.stringify(
          auditor.createEvent.mock.calls.map(([{ meta }]) => meta),
        ),
      ).not.toContain('canary');
      expect(
        event.success.mock.calls.length + event.fail.mock.calls.length,
      ).toBe(audited.length);
    },
  );

  it.each(databases.eachSupportedId())(
    'says which config is missing before it keeps a secret on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const backend = await startPlugin({ knex });
      const admin = backend.as(asUser(USERS.admin));
      const { body } = await admin.post('/workflows').send({
        name: 'Tell',
        description: '',
        definition: simpleDefinition(),
      });
      const answer = await admin
        .put(`/workflows/${body.id}/secrets/TOKEN`)
        .send({ value: 'canary', allowedHosts: ['a.example.com'] });
      expect([answer.status, answer.body.error.message]).toEqual([
        400,
        expect.stringContaining('workflows.secrets.keys'),
      ]);
    },
  );
});
