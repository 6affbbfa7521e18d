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

/** An event to be kept, with what the matcher saw. */
export interface NewIncidentEvent {
  eventId: string;
  incidentId: string;
  origin: EventOrigin;
  event: OrderedIncidentEvent;
  context: IncidentContext;
}

/** Appends events to locked incidents. */
export async function insertIncidentEvents(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  events: readonly NewIncidentEvent[];
}): Promise<void> {
  const { trx, clock, events } = options;
  if (events.length === 0) {
    return;
  }
  const now = clock.now(trx);
  await trx('incident_events')
    .insert(
      events.map(({ eventId, incidentId, origin, event, context }) => {
        const { orderKey, edit: _, ...said } = event;
        return {
          id: eventId,
          incident_id: incidentId,
          delivery_id: origin.deliveryId ?? null,
          actor_ref: origin.actorRef ?? null,
          caused_by: origin.causedBy ?? null,
          order_key: orderKey,
          occurred_at: Date.parse(event.occurredAt),
          event: JSON.stringify(said),
          context: JSON.stringify(context),
          created_at: now,
        };
      }),
    )
    .onConflict(['incident_id', 'order_key'])
    .ignore();
}
