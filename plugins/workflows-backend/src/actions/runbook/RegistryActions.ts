import type { AuthService } from '@backstage/backend-plugin-api';
import type {
  ActionsService,
  ActionsServiceAction,
} from '@backstage/backend-plugin-api/alpha';
import { ResponseError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';
import { RefusedError } from './RefusedError';
import type { ActionsPort } from './RunbookPorts';

/** The actions registry of this portal, with the plugin's own credentials. */
export class RegistryActions implements ActionsPort {
  static create(options: { actions: ActionsService; auth: AuthService }) {
    return new RegistryActions(options);
  }

  private constructor(
    private readonly options: { actions: ActionsService; auth: AuthService },
  ) {}

  async list(): Promise<ActionsServiceAction[]> {
    const { actions, auth } = this.options;
    const credentials = await auth.getOwnServiceCredentials();
    return (await actions.list({ credentials })).actions;
  }

  async invoke(id: string, input: JsonObject): Promise<JsonValue> {
    const { actions, auth } = this.options;
    const credentials = await auth.getOwnServiceCredentials();
    try {
      return (await actions.invoke({ id, input, credentials })).output;
    } catch (error) {
      throw error instanceof ResponseError
        ? new RefusedError(error.statusCode, error.body.error.message)
        : error;
    }
  }
}
