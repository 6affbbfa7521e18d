import type { JsonObject, JsonValue } from '@backstage/types';
import type {
  Incident,
  IncidentContext,
  IncidentEntity,
} from 'backstage-plugin-workflows-common';
import { isDeepStrictEqual } from 'node:util';

/** What names the row and not the incident. */
const NOT_SAID: ReadonlySet<string> = new Set([
  'id',
  'sourceId',
  'incidentKey',
  'createdAt',
  'updatedAt',
]);

/** What the matcher sees of an event, and keeps so that it can be told again. Pure. */
export function eventContext(options: {
  /** The incident before the event; absent when it was new. */
  before?: Incident;
  after: Incident;
  entity?: IncidentEntity;
  escalated?: true;
}): IncidentContext {
  const { before, after, entity, escalated } = options;
  const previous = before && previousValues(before, after);
  return {
    incident: after,
    ...(entity && { entity }),
    ...(before?.status !== after.status && {
      change: { ...(before && { from: before.status }), to: after.status },
    }),
    ...(previous && { previous }),
    ...(escalated && { escalated }),
  };
}

function previousValues(
  before: Incident,
  after: Incident,
): JsonObject | undefined {
  const was = before as unknown as Record<string, JsonValue | undefined>;
  const is = after as unknown as Record<string, JsonValue | undefined>;
  const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter(field => !NOT_SAID.has(field))
    .filter(field => !isDeepStrictEqual(was[field], is[field]));
  return changed.length > 0
    ? Object.fromEntries(changed.map(field => [field, was[field] ?? null]))
    : undefined;
}
