import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { JsonObject, JsonValue } from '@backstage/types';
import { asObject, asObjects, asText } from '../http/asObject';
import { RefusedError } from './RefusedError';
import type {
  ScaffolderPort,
  ScaffolderTask,
  ScaffolderTaskEnd,
} from './RunbookPorts';

/**
 * The scaffolder of this portal, by its HTTP API. The tasks have no user, so a
 * template cannot act with somebody's rights.
 */
export class ScaffolderClient implements ScaffolderPort {
  static create(options: { auth: AuthService; discovery: DiscoveryService }) {
    return new ScaffolderClient(options);
  }

  private constructor(
    private readonly options: {
      auth: AuthService;
      discovery: DiscoveryService;
    },
  ) {}

  async start(
    request: { templateRef: string; values: JsonObject },
    signal: AbortSignal,
  ): Promise<string> {
    const { id } = asObject(await this.call('/v2/tasks', signal, request));
    if (!id) {
      throw new Error('The scaffolder gave no id of a task');
    }
    return asText(id);
  }

  async get(taskId: string, signal: AbortSignal): Promise<ScaffolderTask> {
    return toTask(
      asObject(
        await this.call(`/v2/tasks/${encodeURIComponent(taskId)}`, signal),
      ),
    );
  }

  async list(
    page: { limit: number; offset: number },
    signal: AbortSignal,
  ): Promise<ScaffolderTask[]> {
    const { limit, offset } = page;
    const query = new URLSearchParams({
      order: 'desc:created_at',
      limit: String(limit),
      offset: String(offset),
    });
    const { tasks } = asObject(await this.call(`/v2/tasks?${query}`, signal));
    if (!Array.isArray(tasks)) {
      throw new Error('The scaffolder gave no list of tasks');
    }
    return asObjects(tasks).map(toTask);
  }

  async endOf(taskId: string, signal: AbortSignal): Promise<ScaffolderTaskEnd> {
    const events = await this.call(
      `/v2/tasks/${encodeURIComponent(taskId)}/events`,
      signal,
    );
    const { body } =
      asObjects(events).findLast(({ type }) => type === 'completion') ?? {};
    const { error, message, output } = asObject(body);
    return {
      ...(output !== undefined && { output }),
      error: asText(asObject(error).message) || asText(message),
    };
  }

  private async call(
    path: string,
    signal: AbortSignal,
    body?: JsonObject,
  ): Promise<JsonValue> {
    const { auth, discovery } = this.options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'scaffolder',
    });
    // eslint-disable-next-line no-restricted-syntax -- the portal's own scaffolder, where discovery says
    const response = await fetch(
      `${await discovery.getBaseUrl('scaffolder')}${path}`,
      {
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
        },
        signal,
      },
    );
    if (!response.ok) {
      throw new RefusedError(response.status, await reasonOf(response));
    }
    return response.json();
  }
}

function toTask({ id, status, createdAt, spec }: JsonObject): ScaffolderTask {
  return {
    id: asText(id),
    status: asText(status),
    createdAtMs: Date.parse(asText(createdAt)),
    parameters: asObject(asObject(spec).parameters),
  };
}

/** Of values that the template does not take there is a list, else Backstage's error. */
async function reasonOf(response: Response): Promise<string> {
  const body = asObject(await response.json().catch((): JsonValue => ({})));
  const problems = asObjects(body.errors)
    .map(({ stack, message }) => asText(stack) || asText(message))
    // What the validator calls an instance are the step's values.
    .map(problem => problem.replace(/^instance\b/, 'values'))
    .filter(Boolean);
  return problems.join('; ') || asText(asObject(body.error).message);
}
