import { ResponseError } from '@backstage/errors';
import type {
  ListDeliveriesQuery,
  ListExecutionsQuery,
  ListIncidentsQuery,
  ListWorkflowsQuery,
  PutSecretRequest,
  CreateWorkflowRequest,
  UpdateWorkflowRequest,
} from '../api/schemas';
import type { WorkflowDefinition } from '../definition/schema';
import type { WorkflowsApi } from './WorkflowsApi';

/** What a call sends. */
interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
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

  listWorkflows = (query: ListWorkflowsQuery = {}) =>
    this.call('/workflows', { query });
  getWorkflow = (id: string) => this.call(path`/workflows/${id}`);
  createWorkflow = (body: CreateWorkflowRequest) =>
    this.call('/workflows', { method: 'POST', body });
  updateWorkflow = (
    id: string,
    latestVersion: number,
    body: UpdateWorkflowRequest,
  ) =>
    this.call(path`/workflows/${id}`, {
      method: 'PUT',
      body,
      headers: { 'If-Match': `"${latestVersion}"` },
    });
  deleteWorkflow = (id: string) =>
    this.call(path`/workflows/${id}`, { method: 'DELETE' });
  publishWorkflow = (id: string, version?: number) =>
    this.call(path`/workflows/${id}/publish`, {
      method: 'POST',
      body: { version },
    });
  enableWorkflow = (id: string) =>
    this.call(path`/workflows/${id}/enable`, { method: 'POST' });
  disableWorkflow = (id: string) =>
    this.call(path`/workflows/${id}/disable`, { method: 'POST' });
  validateDefinition = async (
    definition: WorkflowDefinition,
    workflowId?: string,
  ) => {
    const { problems } = await this.call('/workflows/validate', {
      method: 'POST',
      body: { definition, workflowId },
    });
    return problems;
  };
  listVersions = (id: string) => this.items(path`/workflows/${id}/versions`);
  getVersion = (id: string, version: number) =>
    this.call(path`/workflows/${id}/versions/${version}`);

  listSecrets = (id: string) => this.items(path`/workflows/${id}/secrets`);
  putSecret = (id: string, name: string, body: PutSecretRequest) =>
    this.call(path`/workflows/${id}/secrets/${name}`, { method: 'PUT', body });
  deleteSecret = (id: string, name: string) =>
    this.call(path`/workflows/${id}/secrets/${name}`, { method: 'DELETE' });

  listExecutions = (query: ListExecutionsQuery = {}) =>
    this.call('/executions', { query });
  getExecution = (id: string) => this.call(path`/executions/${id}`);
  cancelExecution = (id: string) =>
    this.call(path`/executions/${id}/cancel`, { method: 'POST' });

  listIncidents = (query: ListIncidentsQuery = {}) =>
    this.call('/incidents', { query });
  getIncident = (id: string) => this.call(path`/incidents/${id}`);

  listDeliveries = (query: ListDeliveriesQuery = {}) =>
    this.call('/deliveries', { query });
  replayDelivery = (id: string) =>
    this.call(path`/deliveries/${id}/replay`, { method: 'POST' });

  listActions = () => this.items('/actions');
  listSources = () => this.items('/sources');

  private async items(route: string) {
    return (await this.call(route)).items;
  }

  // The answer's shape is the route's contract; the router's tests check it.
  private async call(route: string, call: Call = {}): Promise<any> {
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
    return response.status === 204 ? undefined : response.json();
  }
}

function path(parts: TemplateStringsArray, ...values: Array<string | number>) {
  return String.raw(
    { raw: parts },
    ...values.map(value => encodeURIComponent(value)),
  );
}
