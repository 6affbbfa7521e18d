import { InputError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';
import type {
  Condition,
  IncidentStatus,
} from 'backstage-plugin-workflows-common';
import type { NormalisedDelivery } from 'backstage-plugin-workflows-node';
import { mapEvent } from './mapEvent';
import { firstThatHolds } from './readConditions';
import type { EventMapping } from './readMapping';

/** An event of a delivery that may hold several. */
export interface PlacedEvent {
  event: JsonObject;
  /** Before the paths in errors, for example `items.3.`. */
  place: string;
  /** What the kind of event says, whatever its fields do. */
  status?: IncidentStatus | 'unchanged';
}

/**
 * The events of a delivery, without those of which a condition says that they
 * are about no incident.
 *
 * @throws InputError that names the path of what is wrong in any of them
 */
export function mapEvents(options: {
  events: readonly PlacedEvent[];
  receivedAt: string;
  mapping: EventMapping;
  ignore: readonly Condition[];
}): NormalisedDelivery {
  const { events, receivedAt, mapping, ignore } = options;
  const ignored = events.map(({ event }) => firstThatHolds(ignore, event));
  const taken = events.filter((_, index) => ignored[index] < 0);
  if (taken.length === 0) {
    const [first] = ignored;
    return { ignored: `By the configuration: ignore.${first} holds` };
  }
  return {
    events: taken.map(event => mapEvent({ ...event, receivedAt, mapping })),
  };
}

/** @throws InputError that names the place of what is not an object */
export function asJsonObject(value: JsonValue, place: string): JsonObject {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new InputError(`${place}: must be a JSON object`);
  }
  return value as JsonObject;
}
