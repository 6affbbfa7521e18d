import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { EventParams, EventsService } from '@backstage/plugin-events-node';
import { LIMITS } from 'backstage-plugin-workflows-common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { KeptDelivery } from '../Inbox';
import type { NewDelivery } from '../../database/operations/deliveries/insertDeliveries';
import { boundedKey } from '../boundedKey';
import { keptHeaders, toSourceHeaders } from '../keptHeaders';
import type { ConfiguredSource } from '../readSources';
import { bodyDigest } from '../sources/bodyDigest';

/** Pauses between attempts to keep an event: about a minute together. */
const PAUSES_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
/** What the column takes. */
const MAX_DELIVERY_KEY_BYTES = 255;

/**
 * Hears the topics that sources name in the configuration, besides their hooks.
 * Whoever published an event has verified it. It is kept like a delivery; but
 * its sender has its answer already, so while the database is away it is only
 * tried for a while, and lost after that.
 */
export async function subscribeToTopics(options: {
  events: EventsService;
  sources: readonly ConfiguredSource[];
  keep: (delivery: NewDelivery) => Promise<KeptDelivery>;
  logger: LoggerService;
  /** Aborts when the backend stops. */
  signal: AbortSignal;
  pausesMs?: readonly number[];
}): Promise<void> {
  const { events, sources } = options;
  for (const configured of sources) {
    if (configured.topics.length > 0) {
      await events.subscribe({
        id: configured.id,
        topics: configured.topics,
        onEvent: event => keepEvent(configured, event, options),
      });
    }
  }
}

async function keepEvent(
  configured: ConfiguredSource,
  event: EventParams,
  options: Parameters<typeof subscribeToTopics>[0],
): Promise<void> {
  const { keep, logger, signal, pausesMs = PAUSES_MS } = options;
  const delivery = toDelivery(configured, event);
  if (Buffer.byteLength(delivery.body) > LIMITS.hookBodyBytes) {
    logger.error(
      `An event of topic '${event.topic}' for source '${configured.id}' is larger than ${LIMITS.hookBodyBytes} bytes and was not kept`,
    );
    return;
  }
  for (const pauseMs of [...pausesMs, undefined]) {
    try {
      await keep(delivery);
      return;
    } catch (error) {
      if (pauseMs === undefined || signal.aborted) {
        logger.error(
          `An event of topic '${event.topic}' for source '${configured.id}' was not kept`,
          toError(error),
        );
        throw error;
      }
      await sleep(pauseMs, undefined, { signal }).catch(() => {});
    }
  }
}

function toDelivery(
  { id: sourceId, source }: ConfiguredSource,
  { eventPayload, metadata = {} }: EventParams,
): NewDelivery {
  const body = JSON.stringify(eventPayload ?? null);
  const lowerCase = Object.fromEntries(
    Object.entries(metadata).map(([name, value]) => [
      name.toLowerCase(),
      value,
    ]),
  );
  const headers = toSourceHeaders(lowerCase);
  const rawBody = Buffer.from(body);
  let key: string;
  try {
    const receivedAt = new Date().toISOString();
    key = source.deliveryKey({ headers, rawBody, receivedAt });
  } catch {
    // Headers are lost on the way between instances of the events backend.
    key = bodyDigest({ rawBody });
  }
  return {
    sourceId,
    deliveryKey: boundedKey(key, MAX_DELIVERY_KEY_BYTES),
    body,
    headers: keptHeaders(headers),
  };
}
