import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import { newId } from '../../newId';

/** What names a delivery for good. */
export interface DeliveryName {
  sourceId: string;
  deliveryKey: string;
}

/** What a sender posted, before anybody made sense of it. */
export interface NewDelivery extends DeliveryName {
  body: string;
  /** Without credentials. */
  headers: Record<string, string>;
}

/**
 * Keeps deliveries, due at once, and gives the id of each; `undefined` for one of
 * which a copy is there, or comes before it in the list. One statement, so that
 * of copies that arrive at the same time the unique key lets one in. In the order
 * of their names, so that two statements with the same copies do not wait for
 * each other for ever.
 */
export async function insertDeliveries(options: {
  knex: Knex;
  clock: DatabaseClock;
  deliveries: readonly NewDelivery[];
  /** A statement that takes longer hangs on a dead connection, which is closed. */
  timeoutMs: number;
}): Promise<Array<string | undefined>> {
  const { knex, clock, deliveries, timeoutMs } = options;
  const now = clock.now(knex);
  const rows = deliveries.map(delivery => ({
    id: newId(),
    source_id: delivery.sourceId,
    delivery_key: delivery.deliveryKey,
    body: delivery.body,
    headers: JSON.stringify(delivery.headers),
    state: 'received',
    due_at: now,
    received_at: now,
  }));
  const name = (row: (typeof rows)[number]) =>
    `${row.source_id}\n${row.delivery_key}`;
  const inserted: Array<{ id: string }> = await knex('incident_deliveries')
    // Sorting keeps the first of two copies first.
    .insert([...rows].sort((a, b) => compare(name(a), name(b))))
    .onConflict(['source_id', 'delivery_key'])
    .ignore()
    .returning('id')
    .timeout(timeoutMs);
  const ids = new Set(inserted.map(({ id }) => id));
  return rows.map(({ id }) => (ids.has(id) ? id : undefined));
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
