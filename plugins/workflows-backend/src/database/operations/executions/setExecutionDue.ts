import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';

/**
 * Makes a run due `inMs` from now, or at once when it is to end. The caller holds
 * its fence.
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
    .update({
      due_at: trx.raw('case when stop_code is null then ? else ? end', [
        clock.now(trx, Math.round(inMs)),
        clock.now(trx),
      ]),
    });
}
