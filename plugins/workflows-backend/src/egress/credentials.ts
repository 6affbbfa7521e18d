import { type Auth, isSecretRef } from 'backstage-plugin-workflows-common';
import {
  ActionError,
  type EgressRequest,
} from 'backstage-plugin-workflows-node';
import type { AccessTokens, TokenClient } from './AccessTokens';
import { type SecretResolver, resolveSecret } from './SecretResolver';

/** A request's headers with the secrets in place. */
export interface Credentials {
  headers: Record<string, string>;
  /** Every value that must not come back to anyone. */
  secrets: string[];
  /** Forgets a token that was refused; absent when none was used. */
  forgetToken?: () => void;
}

/**
 * Puts the secrets into the headers of a request.
 *
 * @throws ActionError when a secret is not there or not for this host, or no token is to be had
 */
export async function resolveCredentials(options: {
  request: EgressRequest;
  url: URL;
  secrets: SecretResolver;
  tokens: AccessTokens;
  client: TokenClient;
}): Promise<Credentials> {
  const { request, url, secrets } = options;
  const headers: Record<string, string> = {};
  const values: string[] = [];
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    if (isSecretRef(value)) {
      headers[name] = await resolveSecret(secrets, value.secret, url);
      values.push(headers[name]);
    } else {
      headers[name] = value;
    }
  }
  if (!request.auth || request.auth.type === 'none') {
    return { headers, secrets: values };
  }
  if (Object.keys(headers).some(name => /^authorization$/i.test(name))) {
    throw new ActionError(
      'Nothing was sent: the request has an Authorization header and other credentials; remove one of them.',
      { code: 'request_invalid' },
    );
  }
  const { authorization, ...auth } = await authorize(request.auth, options);
  return {
    ...auth,
    headers: { ...headers, Authorization: authorization },
    secrets: [...values, ...auth.secrets],
  };
}

async function authorize(
  auth: Exclude<Auth, { type: 'none' }>,
  options: Parameters<typeof resolveCredentials>[0],
): Promise<{
  authorization: string;
  secrets: string[];
  forgetToken?: () => void;
}> {
  const { url, secrets, tokens, client } = options;
  if (auth.type === 'bearer') {
    const token = await resolveSecret(secrets, auth.token.secret, url);
    return { authorization: `Bearer ${token}`, secrets: [token] };
  }
  if (auth.type === 'basic') {
    const password = await resolveSecret(secrets, auth.password.secret, url);
    const pair = Buffer.from(`${auth.username}:${password}`).toString('base64');
    return { authorization: `Basic ${pair}`, secrets: [password, pair] };
  }
  const name = auth.clientSecret.secret;
  // The token opens what the secret opens: it goes where the secret may go.
  const clientSecret = await resolveSecret(secrets, name, url);
  await resolveSecret(secrets, name, new URL(auth.tokenUrl));
  const grant = { ...auth, clientSecret };
  const token = await tokens.get(grant, client);
  return {
    authorization: `Bearer ${token}`,
    secrets: [clientSecret, token],
    forgetToken: () => tokens.forget(grant, client, token),
  };
}
