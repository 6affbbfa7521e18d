import type { Knex } from 'knex';
import type { Cutoff } from './cutoffOf';

/**
 * Removes incidents that ended and of which nothing was heard since the cutoff,
 * the oldest first, with their events. Gives how many. One stays as long as a run
 * for it has not ended, and for as long as it is open.
 */
export async function deleteIncidents(options: {
  trx: Knex.Transaction;
  cutoff: Cutoff;
  limit: number;
}): Promise<number> {
  const { trx, cutoff, limit } = options;
  const ids: string[] = await trx('incidents as i')
    .where('i.id', '<', cutoff.id)
    .where('i.updated_at', '<', cutoff.time)
    .whereIn('i.status', ['resolved', 'closed'])
    .whereNotExists(
      trx('workflow_executions as e')
        .whereRaw('e.incident_id = i.id')
        .whereNotNull('e.due_at')
        .select(trx.raw('1')),
    )
    .orderBy('i.id')
    .limit(limit)
    .pluck('i.id');
  await trx('incident_events').whereIn('incident_id', ids).delete();
  return trx('incidents').whereIn('id', ids).delete();
}
