import type { Knex } from 'knex';
import type { Cutoff } from './cutoffOf';

/**
 * Removes deliveries that were processed or ignored before the cutoff, the oldest
 * first. Gives how many. Failed ones stay: they wait for a person.
 */
export async function deleteDeliveries(options: {
  trx: Knex.Transaction;
  cutoff: Cutoff;
  limit: number;
}): Promise<number> {
  const { trx, cutoff, limit } = options;
  const ids: string[] = await trx('incident_deliveries')
    .where('id', '<', cutoff.id)
    .where('processed_at', '<', cutoff.time)
    .whereIn('state', ['processed', 'ignored'])
    .whereNull('due_at')
    .orderBy('id')
    .limit(limit)
    .pluck('id');
  return trx('incident_deliveries').whereIn('id', ids).delete();
}
