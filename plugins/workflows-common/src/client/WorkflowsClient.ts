import { ResponseError } from '@backstage/errors';
import type { DefinitionProblem } from '../definition/problems';
import type { WorkflowsApi } from './WorkflowsApi';

/** What a call sends. */
interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  query?: object;
  body?: unknown;
  headers?: Record<string, string>;
}

/**
 * {@link WorkflowsApi} over HTTP.
 *
 * @public
 */
export class WorkflowsClient implements WorkflowsApi {
  private readonly discoveryApi: {
    getBaseUrl(pluginId: string): Promise<string>;
  };
  private readonly fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.discoveryApi = options.discoveryApi;
    this.fetchApi = options.fetchApi;
  }

  listWorkflows: WorkflowsApi['listWorkflows'] = query =>
    this.call('/workflows', { query });
  getWorkflow: WorkflowsApi['getWorkflow'] = id =>
    this.call(path`/workflows/${id}`);
  createWorkflow: WorkflowsApi['createWorkflow'] = body =>
    this.call('/workflows', { method: 'POST', body });
  updateWorkflow: WorkflowsApi['updateWorkflow'] = (id, latestVersion, body) =>
    this.call(path`/workflows/${id}`, {
      method: 'PUT',
      body,
      headers: { 'If-Match': `"${latestVersion}"` },
    });
  deleteWorkflow: WorkflowsApi['deleteWorkflow'] = id =>
    this.call(path`/workflows/${id}`, { method: 'DELETE' });
  publishWorkflow: WorkflowsApi['publishWorkflow'] = (id, version) =>
    this.call(path`/workflows/${id}/publish`, {
      method: 'POST',
      body: { version },
    });
  enableWorkflow: WorkflowsApi['enableWorkflow'] = id =>
    this.call(path`/workflows/${id}/enable`, { method: 'POST' });
  disableWorkflow: WorkflowsApi['disableWorkflow'] = (id, body) =>
    this.call(path`/workflows/${id}/disable`, { method: 'POST', body });
  validateDefinition: WorkflowsApi['validateDefinition'] = async (
    definition,
    workflowId,
  ) => {
    const answer = await this.call<{ problems: DefinitionProblem[] }>(
      '/workflows/validate',
      { method: 'POST', body: { definition, workflowId } },
    );
    return answer.problems;
  };
  dryRun: WorkflowsApi['dryRun'] = body =>
    this.call('/workflows/dry-run', { method: 'POST', body });
  dryRunWorkflow: WorkflowsApi['dryRunWorkflow'] = (id, body = {}) =>
    this.call(path`/workflows/${id}/dry-run`, { method: 'POST', body });
  listVersions: WorkflowsApi['listVersions'] = id =>
    this.items(path`/workflows/${id}/versions`);
  getVersion: WorkflowsApi['getVersion'] = (id, version) =>
    this.call(path`/workflows/${id}/versions/${version}`);

  listSecrets: WorkflowsApi['listSecrets'] = workflowId =>
    this.items(path`/workflows/${workflowId}/secrets`);
  putSecret: WorkflowsApi['putSecret'] = (workflowId, name, body) =>
    this.call(path`/workflows/${workflowId}/secrets/${name}`, {
      method: 'PUT',
      body,
    });
  deleteSecret: WorkflowsApi['deleteSecret'] = (workflowId, name) =>
    this.call(path`/workflows/${workflowId}/secrets/${name}`, {
      method: 'DELETE',
    });

  listExecutions: WorkflowsApi['listExecutions'] = query =>
    this.call('/executions', { query });
  getExecution: WorkflowsApi['getExecution'] = id =>
    this.call(path`/executions/${id}`);
  cancelExecution: WorkflowsApi['cancelExecution'] = id =>
    this.call(path`/executions/${id}/cancel`, { method: 'POST' });
  retryExecution: WorkflowsApi['retryExecution'] = (id, body) =>
    this.call(path`/executions/${id}/retry`, { method: 'POST', body });

  runWorkflow: WorkflowsApi['runWorkflow'] = (id, body, options) =>
    this.call(path`/workflows/${id}/executions`, {
      method: 'POST',
      body,
      headers: keyed(options),
    });
  explainIncident: WorkflowsApi['explainIncident'] = (id, query) =>
    this.call(path`/incidents/${id}/explain`, { query });

  listIncidents: WorkflowsApi['listIncidents'] = query =>
    this.call('/incidents', { query });
  getIncident: WorkflowsApi['getIncident'] = id =>
    this.call(path`/incidents/${id}`);
  listIncidentTimeline: WorkflowsApi['listIncidentTimeline'] = (id, query) =>
    this.call(path`/incidents/${id}/timeline`, { query });
  createIncident: WorkflowsApi['createIncident'] = (body, options) =>
    this.call('/incidents', { method: 'POST', body, headers: keyed(options) });
  updateIncident: WorkflowsApi['updateIncident'] = (id, body, options) =>
    this.call(path`/incidents/${id}`, {
      method: 'PATCH',
      body,
      headers: keyed(options),
    });

  listDeliveries: WorkflowsApi['listDeliveries'] = query =>
    this.call('/deliveries', { query });
  getDelivery: WorkflowsApi['getDelivery'] = id =>
    this.call(path`/deliveries/${id}`);
  getDeliveryCounts: WorkflowsApi['getDeliveryCounts'] = () =>
    this.call('/deliveries/counts');
  replayDeliveries: WorkflowsApi['replayDeliveries'] = body =>
    this.call('/deliveries/replay', { method: 'POST', body });
  replayDelivery: WorkflowsApi['replayDelivery'] = id =>
    this.call(path`/deliveries/${id}/replay`, { method: 'POST' });

  getKillSwitch: WorkflowsApi['getKillSwitch'] = () =>
    this.call('/kill-switch');
  putKillSwitch: WorkflowsApi['putKillSwitch'] = body =>
    this.call('/kill-switch', { method: 'PUT', body });

  listActions: WorkflowsApi['listActions'] = () => this.items('/actions');
  listFields: WorkflowsApi['listFields'] = () => this.items('/fields');
  getCapabilities: WorkflowsApi['getCapabilities'] = () =>
    this.call('/capabilities');
  listSources: WorkflowsApi['listSources'] = () => this.items('/sources');

  private async items<T>(route: string): Promise<T[]> {
    const answer = await this.call<{ items: T[] }>(route);
    return answer.items;
  }

  // The answer's shape is the route's contract; the router's tests check it.
  private async call<T>(route: string, call: Call = {}): Promise<T> {
    const { method = 'GET', query = {}, body, headers } = call;
    const baseUrl = await this.discoveryApi.getBaseUrl('workflows');
    const search = new URLSearchParams(
      Object.entries(query)
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => [key, String(value)]),
    ).toString();
    const response = await this.fetchApi.fetch(
      `${baseUrl}${route}${search && `?${search}`}`,
      {
        method,
        headers: {
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.status === 204 ? (undefined as T) : response.json();
  }
}

function keyed(options: { idempotencyKey?: string } = {}) {
  const { idempotencyKey } = options;
  return idempotencyKey === undefined
    ? undefined
    : { 'Idempotency-Key': idempotencyKey };
}

function path(parts: TemplateStringsArray, ...values: Array<string | number>) {
  return String.raw(
    { raw: parts },
    ...values.map(value => encodeURIComponent(value)),
  );
}
