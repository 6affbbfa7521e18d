import type {
  ExecutionReasonCode,
  ExecutionStatus,
} from 'backstage-plugin-workflows-common';
import type { ExecutionDriver } from 'backstage-plugin-workflows-node';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import { closeOpenSteps } from '../steps/closeOpenSteps';

/**
 * Cancels a workflow's executions that are in one of the given states. Raising
 * the epoch fences off a worker that is just claiming or running one of them:
 * its next write finds no row. Steps that are open end with them. Gives their ids.
 */
export async function cancelExecutionsOf(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  driver: Pick<ExecutionDriver, 'forget'>;
  workflowId: string;
  statuses: readonly ExecutionStatus[];
  reasonCode: ExecutionReasonCode;
  reason: string;
}): Promise<string[]> {
  const { trx, clock, driver, workflowId } = options;
  const { statuses, reasonCode, reason } = options;
  const rows: Array<{ id: string }> = await trx('workflow_executions')
    .where({ workflow_id: workflowId })
    .whereIn('status', statuses)
    .update({
      status: 'CANCELLED',
      reason_code: reasonCode,
      reason,
      due_at: null,
      resume_at: null,
      epoch: trx.raw('epoch + 1'),
      finished_at: clock.now(trx),
    })
    .returning('id');
  const executionIds = rows.map(({ id }) => id);
  if (executionIds.length > 0) {
    await driver.forget(trx, executionIds);
  }
  const error = { code: 'cancelled', message: reason };
  await closeOpenSteps({ trx, clock, executionIds, error });
  return executionIds;
}
