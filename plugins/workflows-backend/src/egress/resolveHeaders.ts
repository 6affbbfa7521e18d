import { isSecretRef } from 'backstage-plugin-workflows-common';
import {
  ActionError,
  type EgressRequest,
} from 'backstage-plugin-workflows-node';

/** Gives the values of one workflow's secrets, to egress only. */
export interface SecretResolver {
  /**
   * @param host - with the port, unless it is the scheme's own
   * @throws an error of `@backstage/errors` when there is no such secret, or it is not for this host
   */
  resolve(name: string, host: string): Promise<string>;
}

const SAID_BY_RESOLVER = ['NotFoundError', 'NotAllowedError', 'InputError'];

/** The headers with secrets in place, and the secrets, so that they can be taken out of the answer. */
export async function resolveHeaders(options: {
  headers: NonNullable<EgressRequest['headers']>;
  host: string;
  secrets: SecretResolver;
}): Promise<{ headers: Record<string, string>; secrets: string[] }> {
  const headers: Record<string, string> = {};
  const secrets: string[] = [];
  for (const [name, value] of Object.entries(options.headers)) {
    if (isSecretRef(value)) {
      const secret = await resolveSecret(value.secret, options);
      headers[name] = secret;
      secrets.push(secret);
    } else {
      headers[name] = value;
    }
  }
  return { headers, secrets };
}

async function resolveSecret(
  name: string,
  { host, secrets }: { host: string; secrets: SecretResolver },
): Promise<string> {
  try {
    return await secrets.resolve(name, host);
  } catch (error) {
    const { name: kind, message } = error as Error;
    throw SAID_BY_RESOLVER.includes(kind)
      ? new ActionError(message, { code: 'secret_refused' })
      : new ActionError(
          `The secret ${name} could not be read; nothing was sent.`,
          { code: 'secret_unavailable', retryable: true },
        );
  }
}
