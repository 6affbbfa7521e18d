import type { Knex } from 'knex';
import type { DeliveryName } from './insertDeliveries';

/** The ids of sources' deliveries by their keys; `undefined` for one that is not there. */
export async function findDeliveryIds(options: {
  knex: Knex;
  names: readonly DeliveryName[];
  /** A statement that takes longer hangs on a dead connection, which is closed. */
  timeoutMs: number;
}): Promise<Array<string | undefined>> {
  const { knex, names, timeoutMs } = options;
  if (names.length === 0) {
    return [];
  }
  const rows = await knex('incident_deliveries')
    .whereIn(
      ['source_id', 'delivery_key'],
      names.map(({ sourceId, deliveryKey }) => [sourceId, deliveryKey]),
    )
    .select('id', 'source_id', 'delivery_key')
    .timeout(timeoutMs);
  return names.map(
    ({ sourceId, deliveryKey }) =>
      rows.find(
        row => row.source_id === sourceId && row.delivery_key === deliveryKey,
      )?.id,
  );
}
