import type { Request } from 'express';
import { LIMITS } from 'backstage-plugin-workflows-common';
import { assertJsonHeaders } from './body/assertJsonHeaders';
import { decodeBody, parseBody } from './body/parseBody';
import { readRawBody } from './body/readRawBody';
import { boundedKey } from './boundedKey';
import type { Inbox, KeptDelivery } from './Inbox';
import { keptHeaders, toSourceHeaders } from './keptHeaders';
import type { ConfiguredSource } from './readSources';

/** What the column takes. */
const MAX_DELIVERY_KEY_BYTES = 255;

/**
 * Takes a delivery in: who sent it, how large it is, whether it is JSON, in this
 * order, so that a stranger learns nothing and costs little. What it says is
 * looked at later; here it is only kept.
 */
export async function receiveDelivery(options: {
  request: Request;
  configured: ConfiguredSource;
  inbox: Inbox;
}): Promise<KeptDelivery> {
  const { request, configured, inbox } = options;
  const { id: sourceId, source } = configured;
  const headers = toSourceHeaders(request.headers);
  source.verifyHeaders?.(headers);
  const rawBody = await readRawBody(request, LIMITS.hookBodyBytes);
  const received = { headers, rawBody, receivedAt: new Date().toISOString() };
  source.verify(received);
  assertJsonHeaders(request.headers);
  const body = decodeBody(rawBody);
  parseBody(body);
  return inbox.keep({
    sourceId,
    deliveryKey: boundedKey(
      source.deliveryKey(received),
      MAX_DELIVERY_KEY_BYTES,
    ),
    body,
    headers: keptHeaders(headers),
  });
}
