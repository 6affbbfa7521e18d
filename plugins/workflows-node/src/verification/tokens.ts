import type { Config } from '@backstage/config';
import { AuthenticationError } from '@backstage/errors';
import type { SourceRequest } from '../createIncidentSource';
import { isOneOfInConstantTime } from './equalsInConstantTime';
import { readCredentials } from './readCredentials';

/**
 * How a sender without signatures proves itself: one of `tokens` in the
 * configuration, as a bearer token or as the password of basic authentication,
 * whose user name is free.
 *
 * @returns what throws AuthenticationError for any other request
 * @throws InputError when the source names no token and does not say `insecure`
 * @public
 */
export function readTokens(
  config: Config,
): (headers: SourceRequest['headers']) => void {
  const tokens = readCredentials(config, 'tokens');
  return tokens.length > 0
    ? headers => verifyToken({ headers, tokens })
    : () => {};
}

/**
 * @throws AuthenticationError when the request presents none of the tokens
 * @public
 */
export function verifyToken(options: {
  headers: SourceRequest['headers'];
  tokens: readonly string[];
}): void {
  const presented = presentedToken(options.headers.authorization);
  if (presented === undefined) {
    throw new AuthenticationError(
      'The delivery needs a bearer token, or basic authentication with a token as the password',
    );
  }
  if (!isOneOfInConstantTime(presented, options.tokens)) {
    throw new AuthenticationError('The token is not one of this source');
  }
}

function presentedToken(authorization: string | undefined) {
  const [, scheme, value] =
    /^(bearer|basic) +(\S+) *$/i.exec(authorization ?? '') ?? [];
  if (scheme?.toLowerCase() !== 'basic') {
    return value;
  }
  const pair = Buffer.from(value, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  return colon < 0 ? undefined : pair.slice(colon + 1);
}
