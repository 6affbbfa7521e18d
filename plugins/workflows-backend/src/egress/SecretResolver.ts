import { secretHost } from 'backstage-plugin-workflows-common';
import { ActionError } from 'backstage-plugin-workflows-node';

/** Gives the values of one workflow's secrets, to egress only. */
export interface SecretResolver {
  /**
   * @param host - with the port, unless it is the scheme's own
   * @throws an error of `@backstage/errors` when there is no such secret, or it is not for this host
   */
  resolve(name: string, host: string): Promise<string>;
}

const SAID_BY_RESOLVER = ['NotFoundError', 'NotAllowedError', 'InputError'];

/**
 * A secret's value for the host of a URL.
 *
 * @throws ActionError `secret_refused` or `secret_unavailable`
 */
export async function resolveSecret(
  secrets: SecretResolver,
  name: string,
  url: URL,
): Promise<string> {
  try {
    return await secrets.resolve(name, secretHost(url));
  } catch (error) {
    const { name: kind, message } = error as Error;
    throw SAID_BY_RESOLVER.includes(kind)
      ? new ActionError(message, { code: 'secret_refused' })
      : new ActionError(
          `The secret ${name} could not be read; nothing was sent. The portal's log and workflows.secrets.keys tell why.`,
          { code: 'secret_unavailable', retryable: true },
        );
  }
}
