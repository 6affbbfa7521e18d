import { definition, node } from '../testing/definitions';
import type { WorkflowsApi } from './WorkflowsApi';
import { WorkflowsClient } from './WorkflowsClient';

interface Sent {
  url: string;
  method?: string;
  headers: Record<string, string>;
  body?: unknown;
}

/** A client whose every call is recorded and gets the same answer. */
function clientWith(answer: { status?: number; body?: unknown }) {
  const sent: Sent[] = [];
  const status = answer.status ?? 200;
  const client: WorkflowsApi = new WorkflowsClient({
    discoveryApi: { getBaseUrl: async id => `http://backend/api/${id}` },
    fetchApi: {
      fetch: async (url, init) => {
        sent.push({
          url: String(url),
          method: init?.method,
          headers: { ...(init?.headers as Record<string, string>) },
          ...(init?.body ? { body: JSON.parse(String(init.body)) } : {}),
        });
        return new Response(
          status === 204 ? null : JSON.stringify(answer.body ?? {}),
          { status, headers: { 'Content-Type': 'application/json' } },
        );
      },
    },
  });
  return { client, sent };
}

const drawn = definition([node('a')], ['t>a']);

it.each<[string, (client: WorkflowsApi) => Promise<unknown>, string, unknown?]>(
  [
    ['listWorkflows', c => c.listWorkflows(), 'GET /workflows'],
    [
      'listWorkflows',
      c => c.listWorkflows({ search: 'a b&c', after: undefined, limit: 5 }),
      'GET /workflows?search=a+b%26c&limit=5',
    ],
    ['getWorkflow', c => c.getWorkflow('w/1?'), 'GET /workflows/w%2F1%3F'],
    [
      'createWorkflow',
      c => c.createWorkflow({ name: 'n', description: 'd', definition: drawn }),
      'POST /workflows',
      { name: 'n', description: 'd', definition: drawn },
    ],
    [
      'updateWorkflow',
      c => c.updateWorkflow('w', 3, { name: 'n' }),
      'PUT /workflows/w',
      { name: 'n' },
    ],
    ['deleteWorkflow', c => c.deleteWorkflow('w'), 'DELETE /workflows/w'],
    [
      'publishWorkflow',
      c => c.publishWorkflow('w', 2),
      'POST /workflows/w/publish',
      { version: 2 },
    ],
    [
      'publishWorkflow',
      c => c.publishWorkflow('w'),
      'POST /workflows/w/publish',
      {},
    ],
    ['enableWorkflow', c => c.enableWorkflow('w'), 'POST /workflows/w/enable'],
    [
      'disableWorkflow',
      c => c.disableWorkflow('w'),
      'POST /workflows/w/disable',
    ],
    [
      'disableWorkflow',
      c => c.disableWorkflow('w', { waiting: 'cancel' }),
      'POST /workflows/w/disable',
      { waiting: 'cancel' },
    ],
    [
      'validateDefinition',
      c => c.validateDefinition(drawn, 'w'),
      'POST /workflows/validate',
      { definition: drawn, workflowId: 'w' },
    ],
    [
      'dryRun',
      c => c.dryRun({ definition: drawn as any, workflowId: 'w' }),
      'POST /workflows/dry-run',
      { definition: drawn, workflowId: 'w' },
    ],
    [
      'dryRunWorkflow',
      c => c.dryRunWorkflow('w', { version: 2 }),
      'POST /workflows/w/dry-run',
      { version: 2 },
    ],
    ['listVersions', c => c.listVersions('w'), 'GET /workflows/w/versions'],
    ['getVersion', c => c.getVersion('w', 7), 'GET /workflows/w/versions/7'],
    ['listSecrets', c => c.listSecrets('w'), 'GET /workflows/w/secrets'],
    [
      'putSecret',
      c => c.putSecret('w', 'A/B', { value: 'v', allowedHosts: ['h'] }),
      'PUT /workflows/w/secrets/A%2FB',
      { value: 'v', allowedHosts: ['h'] },
    ],
    [
      'deleteSecret',
      c => c.deleteSecret('w', 'A'),
      'DELETE /workflows/w/secrets/A',
    ],
    [
      'listExecutions',
      c =>
        c.listExecutions({
          entityRef: 'component:default/a',
          status: 'FAILED',
        }),
      'GET /executions?entityRef=component%3Adefault%2Fa&status=FAILED',
    ],
    ['getExecution', c => c.getExecution('e'), 'GET /executions/e'],
    [
      'cancelExecution',
      c => c.cancelExecution('e'),
      'POST /executions/e/cancel',
    ],
    [
      'retryExecution',
      c => c.retryExecution('e', { from: 'start', sameEffects: false }),
      'POST /executions/e/retry',
      { from: 'start', sameEffects: false },
    ],
    ['getKillSwitch', c => c.getKillSwitch(), 'GET /kill-switch'],
    [
      'putKillSwitch',
      c => c.putKillSwitch({ on: true, reason: 'storm' }),
      'PUT /kill-switch',
      { on: true, reason: 'storm' },
    ],
    [
      'listIncidents',
      c => c.listIncidents({ status: 'resolved' }),
      'GET /incidents?status=resolved',
    ],
    ['getIncident', c => c.getIncident('i'), 'GET /incidents/i'],
    [
      'listIncidentTimeline',
      c => c.listIncidentTimeline('i', { limit: 5 }),
      'GET /incidents/i/timeline?limit=5',
    ],
    [
      'createIncident',
      c => c.createIncident({ patch: { title: 't' } }, { idempotencyKey: 'k' }),
      'POST /incidents',
      { patch: { title: 't' } },
    ],
    [
      'updateIncident',
      c => c.updateIncident('i', { status: 'resolved' }),
      'PATCH /incidents/i',
      { status: 'resolved' },
    ],
    ['getDelivery', c => c.getDelivery('d'), 'GET /deliveries/d'],
    ['getDeliveryCounts', c => c.getDeliveryCounts(), 'GET /deliveries/counts'],
    [
      'replayDeliveries',
      c => c.replayDeliveries({ sourceId: 's' }),
      'POST /deliveries/replay',
      { sourceId: 's' },
    ],
    [
      'listDeliveries',
      c => c.listDeliveries({ state: 'failed' }),
      'GET /deliveries?state=failed',
    ],
    ['replayDelivery', c => c.replayDelivery('d'), 'POST /deliveries/d/replay'],
    ['listActions', c => c.listActions(), 'GET /actions'],
    ['listSources', c => c.listSources(), 'GET /sources'],
  ],
)('%s sends what the route expects', async (...row) => {
  const [, call, route, body] = row;
  const { client, sent } = clientWith({ body: { items: [], problems: [] } });
  await call(client);
  expect(sent).toHaveLength(1);
  const [method, path] = route.split(' ');
  expect(sent[0]).toMatchObject({
    method,
    url: `http://backend/api/workflows${path}`,
  });
  expect(sent[0].body).toEqual(body);
  expect(sent[0].headers['Content-Type']).toBe(
    body ? 'application/json' : undefined,
  );
});

it('names the version that an update is based on', async () => {
  const { client, sent } = clientWith({});
  await client.updateWorkflow('w', 3, { note: 'n' });
  expect(sent[0].headers).toMatchObject({ 'If-Match': '"3"' });
});

it('sends the key by which a repeated request is known', async () => {
  const { client, sent } = clientWith({ body: {} });
  await client.createIncident({ patch: {} }, { idempotencyKey: 'k' });
  await client.createIncident({ patch: {} });
  expect(sent.map(({ headers }) => headers['Idempotency-Key'])).toEqual([
    'k',
    undefined,
  ]);
});

it('gives the answer’s list, and nothing for an empty answer', async () => {
  const items = [{ id: 'webhook' }];
  await expect(
    clientWith({ body: { items } }).client.listActions(),
  ).resolves.toEqual(items);
  await expect(
    clientWith({ body: { problems: [1] } }).client.validateDefinition(drawn),
  ).resolves.toEqual([1]);
  await expect(
    clientWith({ status: 204 }).client.deleteWorkflow('w'),
  ).resolves.toBeUndefined();
});

it('rejects with the error that the backend gave', async () => {
  const { client } = clientWith({
    status: 409,
    body: {
      error: { name: 'ConflictError', message: 'version 4 is newer' },
      response: { statusCode: 409 },
    },
  });
  await expect(client.updateWorkflow('w', 3, {})).rejects.toMatchObject({
    name: 'ResponseError',
    statusCode: 409,
    cause: { name: 'ConflictError', message: 'version 4 is newer' },
  });
});
