import type { ExecutionDriver } from 'backstage-plugin-workflows-node';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import { bumpRevision } from '../changes/bumpRevision';
import { insertChange } from '../changes/insertChange';
import { cancelExecutionsOf } from './cancelExecutionsOf';
import { lockWorkflow } from './getWorkflow';

/**
 * Removes a workflow with its versions and secrets, and cancels what of it has
 * not ended. The history (executions, changes) stays. Gives the cancelled
 * executions.
 *
 * @throws NotFoundError
 */
export async function deleteWorkflow(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  driver: Pick<ExecutionDriver, 'forget'>;
  id: string;
  actorRef: string;
}): Promise<string[]> {
  const { trx, clock, driver, id, actorRef } = options;
  const { published_version: version } = await lockWorkflow({ trx, id });
  const reason = `The workflow was deleted by ${actorRef}.`;
  await bumpRevision(trx);
  const cancelled = await cancelExecutionsOf({
    trx,
    clock,
    driver,
    workflowId: id,
    statuses: ['PENDING', 'RUNNING', 'WAITING'],
    reasonCode: 'workflow_deleted',
    reason,
  });
  // Not left to ON DELETE CASCADE: SQLite has it only when a pragma is on.
  await trx('workflow_action_secrets').where({ workflow_id: id }).delete();
  await trx('workflow_versions').where({ workflow_id: id }).delete();
  await trx('workflows').where({ id }).delete();
  await insertChange({
    trx,
    clock,
    workflowId: id,
    change: 'deleted',
    version,
    actorRef,
  });
  return cancelled;
}
