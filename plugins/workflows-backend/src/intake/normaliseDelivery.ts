import { InputError } from '@backstage/errors';
import {
  type OrderedIncidentEvent,
  incidentEventSchema,
} from 'backstage-plugin-workflows-common';
import type { IncidentSource } from 'backstage-plugin-workflows-node';
import { fromJson, toIso } from '../database/conversion';
import type { IncidentDeliveryRow } from '../database/rows';
import { parseBody } from './body/parseBody';
import { boundedKey } from './boundedKey';

/** What PostgreSQL's index takes, with room to spare. */
const MAX_INCIDENT_KEY_BYTES = 1_024;

/** What a kept delivery says, each event with what orders it. */
export type OrderedDelivery =
  | { events: OrderedIncidentEvent[]; ignored?: undefined }
  | { events?: undefined; ignored: string };

/**
 * Makes sense of a kept delivery. Pure. What a source gives back is checked,
 * since a source may be anybody's.
 *
 * @throws Error with the place, when no sense can be made of it
 */
export function normaliseDelivery(
  source: Pick<IncidentSource, 'normalise'>,
  row: IncidentDeliveryRow,
): OrderedDelivery {
  const receivedAt = toIso(row.received_at);
  const { events, ignored } = source.normalise({
    headers: fromJson(row.headers),
    body: parseBody(row.body),
    receivedAt,
  });
  if (!events) {
    return { ignored };
  }
  return {
    events: events.map((event, index) => {
      const checked = incidentEventSchema.safeParse({
        ...event,
        incidentKey: boundedKey(event.incidentKey, MAX_INCIDENT_KEY_BYTES),
      });
      if (!checked.success) {
        const [{ path, message }] = checked.error.issues;
        throw new InputError(`Event ${index}, ${path.join('.')}: ${message}`);
      }
      return {
        ...checked.data,
        occurredAt: notLater(checked.data.occurredAt, receivedAt),
        orderKey: `${row.delivery_key}:${index}`,
      };
    }),
  };
}

/** How far a sender's clock may be ahead of ours. */
const CLOCK_SKEW_MS = 5 * 60_000;

/**
 * Nothing happens after it was reported. An event dated further ahead would win
 * over all that follows and freeze its incident, so it counts from its arrival.
 */
function notLater(occurredAt: string, receivedAt: string): string {
  return Date.parse(occurredAt) > Date.parse(receivedAt) + CLOCK_SKEW_MS
    ? receivedAt
    : occurredAt;
}
