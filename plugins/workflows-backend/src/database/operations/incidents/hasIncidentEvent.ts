import type { Knex } from 'knex';

/** Whether an incident has an event of this order key, as after a replay. */
export async function hasIncidentEvent(options: {
  trx: Knex.Transaction;
  incidentId: string;
  orderKey: string;
}): Promise<boolean> {
  const { trx, incidentId, orderKey } = options;
  const row = await trx('incident_events')
    .where({ incident_id: incidentId, order_key: orderKey })
    .first('id');
  return row !== undefined;
}
