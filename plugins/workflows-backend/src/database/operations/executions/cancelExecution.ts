import type { ExecutionDriver } from 'backstage-plugin-workflows-node';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';

/**
 * Ends a run that has not ended, and takes it from whoever runs it: the epoch is
 * raised, so the owner's next write matches nothing.
 *
 * @returns whether there was such a run
 */
export async function cancelExecution(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  driver: Pick<ExecutionDriver, 'forget'>;
  executionId: string;
  reason: string;
}): Promise<boolean> {
  const { trx, clock, driver, executionId, reason } = options;
  const matched = await trx('workflow_executions')
    .where({ id: executionId })
    .whereIn('status', ['PENDING', 'RUNNING', 'WAITING'])
    .update({
      status: 'CANCELLED',
      reason_code: 'cancelled_by_user',
      reason,
      epoch: trx.raw('epoch + 1'),
      due_at: null,
      resume_at: null,
      finished_at: clock.now(trx),
    });
  if (matched > 0) {
    await driver.forget(trx, [executionId]);
  }
  return matched > 0;
}
