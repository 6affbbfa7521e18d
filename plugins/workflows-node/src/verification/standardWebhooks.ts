import type { Config } from '@backstage/config';
import { AuthenticationError, InputError } from '@backstage/errors';
import type { SourceRequest } from '../createIncidentSource';
import { type HmacScheme, verifyHmac } from './hmac';
import { readCredentials } from './readCredentials';
import { assertWithinTimeWindow } from './timeWindow';

const SCHEME: HmacScheme = {
  header: 'webhook-signature',
  encoding: 'base64',
  prefix: 'v1,',
  separator: ' ',
  content: ({ headers, rawBody }) =>
    Buffer.concat([
      Buffer.from(`${headers['webhook-id']}.${headers['webhook-timestamp']}.`),
      rawBody,
    ]),
};

/**
 * How a sender by the Standard Webhooks specification proves itself: with any of
 * `secrets` in the configuration, each `whsec_` and base64.
 *
 * @returns what throws AuthenticationError for any other request
 * @throws InputError when the source names no secret and does not say
 * `insecure`, or when one of them is not base64
 * @public
 */
export function readStandardWebhooks(
  config: Config,
): (request: SourceRequest) => void {
  const keys = readCredentials(config, 'secrets').map((secret, index) =>
    webhookKey(secret, `secrets.${index}`),
  );
  return keys.length > 0
    ? request =>
        verifyStandardWebhook({
          request,
          keys,
          now: new Date(request.receivedAt),
        })
    : () => {};
}

/**
 * A signature by the Standard Webhooks specification, version 1: base64 of the
 * HMAC-SHA256 of `id.timestamp.body`, at most five minutes from `now`. Source:
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 *
 * @throws AuthenticationError when it is not by one of the keys, or not of now
 * @public
 */
export function verifyStandardWebhook(options: {
  request: SourceRequest;
  keys: readonly Buffer[];
  now: Date;
}): void {
  const { request, keys, now } = options;
  if (!request.headers['webhook-id']) {
    throw new AuthenticationError('The delivery needs the header webhook-id');
  }
  assertWithinTimeWindow({
    seconds: request.headers['webhook-timestamp'],
    now,
  });
  verifyHmac({ request, scheme: SCHEME, secrets: keys });
}

/** The bytes of a secret. Node's decoder would take anything for base64. */
function webhookKey(secret: string, key: string): Buffer {
  const text = secret.replace(/^whsec_/, '');
  if (!/^[A-Za-z0-9+/]{4,}={0,2}$/.test(text)) {
    throw new InputError(
      `${key} must be a secret as the sender shows it: whsec_ and base64`,
    );
  }
  return Buffer.from(text, 'base64');
}
