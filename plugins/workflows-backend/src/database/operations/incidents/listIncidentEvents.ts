import type {
  IncidentEvent,
  OrderedIncidentEvent,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { fromJson } from '../../conversion';
import type { IncidentEventRow } from '../../rows';

/** Everything that was said of an incident, in no promised order. */
export async function listIncidentEvents(options: {
  knex: Knex;
  incidentId: string;
}): Promise<OrderedIncidentEvent[]> {
  const rows = await options
    .knex<IncidentEventRow>('incident_events')
    .where({ incident_id: options.incidentId })
    .select('order_key', 'event', 'delivery_id');
  return rows.map(row => ({
    ...fromJson<IncidentEvent>(row.event),
    orderKey: row.order_key,
    // What no delivery said was said here.
    ...(row.delivery_id === null && { edit: true }),
  }));
}
