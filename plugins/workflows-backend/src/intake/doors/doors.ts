import { InputError } from '@backstage/errors';
import {
  type CreateIncidentRequest,
  createIncidentSchema,
} from 'backstage-plugin-workflows-common';
import type { IncidentSource } from 'backstage-plugin-workflows-node';
import { fromJson } from '../../database/conversion';
import type { IncidentDeliveryRow } from '../../database/rows';
import { boundedKey } from '../boundedKey';

/** Incidents that people declare in the portal. */
export const PORTAL_SOURCE_ID = 'portal';

/** No name of a source in the configuration holds a colon. */
const SERVICE_PREFIX = 'api:';

/** Room for the rest of the column. */
const MAX_SUBJECT_BYTES = 100;

/** The header of a kept delivery that says who told of the incident. */
export const ACTOR_HEADER = 'backstage-actor-ref';

/**
 * The source of what a service tells: one for each, so that none can speak of
 * another's incidents by guessing their keys.
 */
export function serviceSourceId(subject: string): string {
  return `${SERVICE_PREFIX}${boundedKey(subject, MAX_SUBJECT_BYTES)}`;
}

export function isDoor(sourceId: string): boolean {
  return sourceId === PORTAL_SOURCE_ID || sourceId.startsWith(SERVICE_PREFIX);
}

/**
 * Who told of what a delivery of a door says; `undefined` of any other, whose
 * sender could write anything into the header.
 */
export function actorOf(
  row: Pick<IncidentDeliveryRow, 'source_id' | 'headers'>,
): string | undefined {
  return isDoor(row.source_id)
    ? fromJson<Record<string, string>>(row.headers)[ACTOR_HEADER]
    : undefined;
}

/** What is kept for a request: the event with the key that it was given. */
export type DoorBody = CreateIncidentRequest & { incidentKey: string };

/**
 * Makes sense of what came by the API and not from a configured source. Who may
 * tell of incidents was decided before it was kept.
 */
export const doorSource: Pick<IncidentSource, 'normalise'> = {
  normalise({ body, receivedAt }) {
    const parsed = createIncidentSchema.safeParse(body);
    if (!parsed.success) {
      const [{ path, message }] = parsed.error.issues;
      throw new InputError(`${path.join('.')}: ${message}`);
    }
    const { incidentKey, occurredAt = receivedAt, ...event } = parsed.data;
    if (incidentKey === undefined) {
      throw new InputError('incidentKey: is missing');
    }
    return { events: [{ ...event, incidentKey, occurredAt }] };
  },
};
