import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';

/**
 * Makes a run due `inMs` from now. The caller holds its fence.
 */
export async function setExecutionDue(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  executionId: string;
  inMs: number;
}): Promise<void> {
  const { trx, clock, executionId, inMs } = options;
  await trx('workflow_executions')
    .where({ id: executionId })
    .update({ due_at: clock.now(trx, Math.round(inMs)) });
}
