import type { Knex } from 'knex';
import type { Cutoff } from './cutoffOf';

/**
 * Removes executions that ended before the cutoff, the oldest first, with their
 * steps and attempts. Gives how many. (Not left to ON DELETE CASCADE: SQLite has
 * it only when a pragma is on.)
 */
export async function deleteExecutions(options: {
  trx: Knex.Transaction;
  cutoff: Cutoff;
  limit: number;
}): Promise<number> {
  const { trx, cutoff, limit } = options;
  const ids: string[] = await trx('workflow_executions')
    .where('id', '<', cutoff.id)
    .where('finished_at', '<', cutoff.time)
    .orderBy('id')
    .limit(limit)
    .pluck('id');
  const steps = () =>
    trx('workflow_execution_steps').whereIn('execution_id', ids);
  await trx('workflow_step_attempts')
    .whereIn('step_id', steps().select('id'))
    .delete();
  await steps().delete();
  return trx('workflow_executions').whereIn('id', ids).delete();
}
