import type {
  IncidentContext,
  OrderedIncidentEvent,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';

/** Appends an event, with what the matcher saw, to a locked incident. */
export async function insertIncidentEvent(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  id: string;
  incidentId: string;
  deliveryId: string;
  event: OrderedIncidentEvent;
  context: IncidentContext;
}): Promise<void> {
  const { trx, clock, id, incidentId, deliveryId, event, context } = options;
  const { orderKey, ...said } = event;
  await trx('incident_events')
    .insert({
      id,
      incident_id: incidentId,
      delivery_id: deliveryId,
      order_key: orderKey,
      occurred_at: Date.parse(event.occurredAt),
      event: JSON.stringify(said),
      context: JSON.stringify(context),
      created_at: clock.now(trx),
    })
    .onConflict(['incident_id', 'order_key'])
    .ignore();
}
