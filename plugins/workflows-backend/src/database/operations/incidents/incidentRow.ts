import type {
  EntityResolution,
  FoldedIncident,
  OrderedIncidentEvent,
} from 'backstage-plugin-workflows-common';
import { newId } from '../../newId';
import type { IncidentRow } from '../../rows';
import { storableText } from '../../storableText';
import type { AgeColumns } from './ageColumns';
import type { IncidentName } from './lockIncidents';

/** Where in the catalog an incident belongs. */
export interface IncidentPlace {
  entityRef?: string;
  ownerRef?: string;
  systemRef?: string;
  /** How it was found, or what led nowhere. */
  resolution: EntityResolution;
}

/** The row of an incident of which nothing is folded yet. */
export function newIncidentRow(name: IncidentName, nowMs: number): IncidentRow {
  return {
    id: newId(),
    source_id: name.sourceId,
    incident_key: name.incidentKey,
    status: 'triggered',
    episode: 0,
    title: '',
    entity_ref: null,
    owner_ref: null,
    system_ref: null,
    entity_resolution: null,
    folded: '{}',
    last_occurred_at: null,
    last_order_key: null,
    created_at: nowMs,
    updated_at: nowMs,
    epoch: 0,
    due_at: null,
    open_since: null,
    open_known_at: null,
    unacknowledged_since: null,
    unacknowledged_known_at: null,
    aged_until: null,
  };
}

/** The row of an incident after what its events say together. Pure. */
export function foldedRow(
  row: IncidentRow,
  said: {
    folded: FoldedIncident;
    /** The last of the folded events. */
    last: Pick<OrderedIncidentEvent, 'occurredAt' | 'orderKey'>;
    ages: AgeColumns;
    /** As it was when absent. */
    place?: IncidentPlace;
    nowMs: number;
  },
): IncidentRow {
  const { folded, last, ages, place, nowMs } = said;
  return {
    ...row,
    status: folded.status,
    episode: folded.episode,
    // A column of its own for searching; the exact title is in `folded`.
    title: storableText(folded.title),
    ...(place && {
      entity_ref: place.entityRef ?? null,
      owner_ref: place.ownerRef ?? null,
      system_ref: place.systemRef ?? null,
      entity_resolution: JSON.stringify(place.resolution),
    }),
    folded: JSON.stringify(folded),
    last_occurred_at: Date.parse(last.occurredAt),
    last_order_key: last.orderKey,
    ...ages,
    updated_at: nowMs,
  };
}
