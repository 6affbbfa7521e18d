import type { JsonValue } from '@backstage/types';
import type {
  IncidentPatch,
  IncidentTimelineEntry,
} from 'backstage-plugin-workflows-common';

/** A field that an event may speak of. */
export type SaidField = keyof IncidentPatch | 'entityRef';

export interface SaidValue {
  field: SaidField;
  value: JsonValue;
}

export interface TimelineEvent {
  entry: IncidentTimelineEntry;
  /** What no earlier event said, or said otherwise. */
  news: SaidValue[];
  /** What it said again. */
  repeats: SaidField[];
}

const FIELDS: SaidField[] = [
  'status',
  'severity',
  'priority',
  'title',
  'description',
  'entityRef',
  'service',
  'team',
  'assignee',
  'url',
  'labels',
  'metadata',
];

/**
 * The events of an incident in the order in which they happened, each with what
 * it said that was new: senders repeat all they know in every event, and what
 * changed would drown in it.
 */
export function toTimeline(entries: IncidentTimelineEntry[]): TimelineEvent[] {
  const known = new Map<SaidField, string>();
  const inOrder = [...entries].sort(
    (a, b) =>
      Date.parse(a.occurredAt) - Date.parse(b.occurredAt) ||
      Date.parse(a.receivedAt) - Date.parse(b.receivedAt),
  );
  return inOrder.map(entry => {
    const event: TimelineEvent = { entry, news: [], repeats: [] };
    for (const field of FIELDS) {
      const value =
        field === 'entityRef'
          ? entry.event.entityRef
          : entry.event.patch[field];
      if (value !== undefined) {
        const text = JSON.stringify(value);
        if (known.get(field) === text) {
          event.repeats.push(field);
        } else {
          event.news.push({ field, value });
        }
        known.set(field, text);
      }
    }
    return event;
  });
}
