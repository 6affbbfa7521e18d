import type { Knex } from 'knex';

/** What names an event of an incident. */
export interface EventName {
  incidentId: string;
  orderKey: string;
}

/** The ids of those incidents that have this event already, as after a replay. */
export async function knownIncidentEvents(options: {
  trx: Knex.Transaction;
  /** One of each incident at most. */
  events: readonly EventName[];
}): Promise<Set<string>> {
  const { trx, events } = options;
  if (events.length === 0) {
    return new Set();
  }
  const rows = await trx('incident_events')
    .whereIn(
      ['incident_id', 'order_key'],
      events.map(({ incidentId, orderKey }) => [incidentId, orderKey]),
    )
    .select('incident_id');
  return new Set(rows.map(row => row.incident_id));
}
