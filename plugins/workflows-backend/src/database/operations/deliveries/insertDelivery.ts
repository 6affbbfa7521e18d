import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import { newId } from '../../newId';

/** What a sender posted, before anybody made sense of it. */
export interface NewDelivery {
  sourceId: string;
  deliveryKey: string;
  body: string;
  /** Without credentials. */
  headers: Record<string, string>;
}

/**
 * Keeps a delivery, due at once, and gives its id; `undefined` when a copy of it
 * is there. One statement, so that of copies that arrive at the same time the
 * unique key lets one in.
 */
export async function insertDelivery(options: {
  knex: Knex;
  clock: DatabaseClock;
  delivery: NewDelivery;
  /** A statement that takes longer hangs on a dead connection, which is closed. */
  timeoutMs: number;
}): Promise<string | undefined> {
  const { knex, clock, delivery, timeoutMs } = options;
  const inserted = await knex('incident_deliveries')
    .insert({
      id: newId(),
      source_id: delivery.sourceId,
      delivery_key: delivery.deliveryKey,
      body: delivery.body,
      headers: JSON.stringify(delivery.headers),
      state: 'received',
      due_at: clock.now(knex),
      received_at: clock.now(knex),
    })
    .onConflict(['source_id', 'delivery_key'])
    .ignore()
    .returning('id')
    .timeout(timeoutMs);
  return inserted[0]?.id;
}
