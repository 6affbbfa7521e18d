import type { Config } from '@backstage/config';
import { AuthenticationError } from '@backstage/errors';
import { createHmac } from 'node:crypto';
import type { SourceRequest } from '../createIncidentSource';
import { isOneOfInConstantTime } from './equalsInConstantTime';
import { readCredentials } from './readCredentials';

/**
 * How a sender writes its signature, an HMAC of what it sends.
 *
 * @public
 */
export interface HmacScheme {
  /** In lower case. */
  header: string;
  /** Default `sha256`. */
  algorithm?: 'sha1' | 'sha256' | 'sha512';
  encoding: 'hex' | 'base64';
  /** What stands before each signature, such as `v1=`; others count for nothing. */
  prefix?: string;
  /** Between several signatures in one header, of which one has to be right. */
  separator?: string;
  /** What is signed; by default the raw body. */
  content?: (request: SourceRequest) => Buffer | string;
}

/**
 * How a sender that signs proves itself: with any of `secrets` in the
 * configuration.
 *
 * @returns what throws AuthenticationError for any other request
 * @throws InputError when the source names no secret and does not say `insecure`
 * @public
 */
export function readHmac(
  config: Config,
  scheme: HmacScheme,
): (request: SourceRequest) => void {
  const secrets = readCredentials(config, 'secrets');
  return secrets.length > 0
    ? request => verifyHmac({ request, scheme, secrets })
    : () => {};
}

/**
 * @throws AuthenticationError when no signature of the request is by one of the
 * secrets, whatever its length or form
 * @public
 */
export function verifyHmac(options: {
  request: SourceRequest;
  scheme: HmacScheme;
  secrets: ReadonlyArray<string | Buffer>;
}): void {
  const { request, scheme, secrets } = options;
  const { algorithm = 'sha256', encoding } = scheme;
  const header = request.headers[scheme.header];
  if (!header) {
    throw new AuthenticationError(
      `The delivery needs a signature in the header ${scheme.header}`,
    );
  }
  const content = scheme.content?.(request) ?? request.rawBody;
  const expected = secrets.map(secret =>
    createHmac(algorithm, secret).update(content).digest(encoding),
  );
  const right = presentedSignatures(header, scheme).filter(signature =>
    isOneOfInConstantTime(signature, expected),
  );
  if (right.length === 0) {
    throw new AuthenticationError(
      `The signature in the header ${scheme.header} is not by a secret of this source`,
    );
  }
}

function presentedSignatures(header: string, scheme: HmacScheme): string[] {
  const { encoding, prefix = '', separator } = scheme;
  return (separator ? header.split(separator) : [header])
    .map(part => part.trim())
    .filter(part => part.startsWith(prefix))
    .map(part => part.slice(prefix.length))
    .map(text => (encoding === 'hex' ? text.toLowerCase() : text));
}
