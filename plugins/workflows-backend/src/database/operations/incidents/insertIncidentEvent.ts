import type {
  IncidentContext,
  OrderedIncidentEvent,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';

/** Where an event comes from: a delivery, or an edit. */
export interface EventOrigin {
  deliveryId?: string;
  /** Who made an edit. */
  actorRef?: string;
  /** The execution that led to it. */
  causedBy?: string;
}

/** Appends an event, with what the matcher saw, to a locked incident. */
export async function insertIncidentEvent(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  id: string;
  incidentId: string;
  origin: EventOrigin;
  event: OrderedIncidentEvent;
  context: IncidentContext;
}): Promise<void> {
  const { trx, clock, id, incidentId, origin, event, context } = options;
  const { orderKey, edit: _, ...said } = event;
  await trx('incident_events')
    .insert({
      id,
      incident_id: incidentId,
      delivery_id: origin.deliveryId ?? null,
      actor_ref: origin.actorRef ?? null,
      caused_by: origin.causedBy ?? null,
      order_key: orderKey,
      occurred_at: Date.parse(event.occurredAt),
      event: JSON.stringify(said),
      context: JSON.stringify(context),
      created_at: clock.now(trx),
    })
    .onConflict(['incident_id', 'order_key'])
    .ignore();
}
