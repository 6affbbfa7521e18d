import type { Config } from '@backstage/config';
import { AuthenticationError, InputError } from '@backstage/errors';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { SourceRequest } from 'backstage-plugin-workflows-node';

/**
 * How a sender without signatures proves itself: one of the tokens, as a bearer
 * token or as the password of basic authentication, whose user name is free.
 *
 * @returns what throws AuthenticationError for any other request
 * @throws InputError when the source names no token and does not say `insecure`
 */
export function readTokens(
  config: Config,
): (headers: SourceRequest['headers']) => void {
  const tokens = config.getOptionalStringArray('tokens') ?? [];
  if (tokens.some(token => token === '')) {
    throw new InputError('tokens must not hold an empty token');
  }
  if (tokens.length === 0) {
    if (config.getOptionalBoolean('insecure')) {
      return () => {};
    }
    throw new InputError(
      'tokens must name at least one token (insecure: true accepts deliveries without any, for trying things out)',
    );
  }
  const digests = tokens.map(digest);
  return headers => {
    const presented = presentedToken(headers.authorization);
    if (presented === undefined) {
      throw new AuthenticationError(
        'The delivery needs a bearer token, or basic authentication with a token as the password',
      );
    }
    if (!isOneOf(digest(presented), digests)) {
      throw new AuthenticationError('The token is not one of this source');
    }
  };
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

/** Digests are of one length, so that comparing them tells nothing of a token's. */
function digest(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}

/** Looks at every one, so that the time does not tell which it was. */
function isOneOf(presented: Buffer, digests: Buffer[]): boolean {
  return digests.reduce(
    (found, candidate) => timingSafeEqual(presented, candidate) || found,
    false,
  );
}
