import type {
  IncidentEvent,
  IncidentTimelineEntry,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { fromJson, toIso } from '../../conversion';
import type { IncidentEventRow } from '../../rows';

/** Newest of them that are given. */
const MAX_ENTRIES = 500;

/** What was said of an incident, in the order in which it is folded. */
export async function getTimeline(options: {
  knex: Knex;
  incidentId: string;
}): Promise<IncidentTimelineEntry[]> {
  const rows = await options
    .knex<IncidentEventRow>('incident_events')
    .where({ incident_id: options.incidentId })
    .orderBy([
      { column: 'occurred_at', order: 'desc' },
      { column: 'order_key', order: 'desc' },
    ])
    .limit(MAX_ENTRIES)
    .select('id', 'event', 'created_at');
  return rows.reverse().map(row => {
    const event = fromJson<IncidentEvent>(row.event);
    return {
      id: row.id,
      occurredAt: event.occurredAt,
      receivedAt: toIso(row.created_at),
      event,
    };
  });
}
