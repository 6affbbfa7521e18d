import type { Knex } from 'knex';

/** The id of a source's delivery by its key; `undefined` when it is not there. */
export async function findDeliveryId(options: {
  knex: Knex;
  sourceId: string;
  deliveryKey: string;
  /** A statement that takes longer hangs on a dead connection, which is closed. */
  timeoutMs: number;
}): Promise<string | undefined> {
  const { knex, sourceId, deliveryKey, timeoutMs } = options;
  const row = await knex('incident_deliveries')
    .where({ source_id: sourceId, delivery_key: deliveryKey })
    .first('id')
    .timeout(timeoutMs);
  return row?.id;
}
