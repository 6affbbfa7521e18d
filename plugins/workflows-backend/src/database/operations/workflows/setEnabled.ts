import { ConflictError } from '@backstage/errors';
import type { ExecutionDriver } from 'backstage-plugin-workflows-node';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import { bumpRevision } from '../changes/bumpRevision';
import { insertChange } from '../changes/insertChange';
import { activateWorkflow } from './activateWorkflow';
import { cancelExecutionsOf } from './cancelExecutionsOf';
import { lockWorkflow } from './getWorkflow';

/**
 * Switches a workflow. Disabling cancels what has not begun, unless told
 * otherwise, and what is in the middle of a step goes on. Switching it to what it
 * is changes nothing, but cancels. Gives the cancelled executions.
 *
 * @throws NotFoundError
 * @throws ConflictError when there is no published version to run
 */
export async function setEnabled(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  driver: Pick<ExecutionDriver, 'forget'>;
  id: string;
  enabled: boolean;
  /** What disabling cancels. Default PENDING. */
  cancel?: readonly ('PENDING' | 'WAITING')[];
  actorRef: string;
}): Promise<string[]> {
  const { trx, clock, driver, id, enabled, actorRef } = options;
  const { cancel = ['PENDING'] } = options;
  const workflow = await lockWorkflow({ trx, id });
  if (enabled && workflow.published_version === null) {
    throw new ConflictError(
      `The workflow "${workflow.name}" has no published version; publish one before enabling it`,
    );
  }
  if (Boolean(workflow.enabled) !== enabled) {
    await trx('workflows')
      .where({ id })
      .update({ enabled, updated_at: clock.now(trx), updated_by: actorRef });
    await insertChange({
      trx,
      clock,
      workflowId: id,
      change: enabled ? 'enabled' : 'disabled',
      version: workflow.published_version,
      actorRef,
    });
    await bumpRevision(trx);
  }
  if (enabled && !workflow.enabled) {
    const version = workflow.published_version!;
    await activateWorkflow({ trx, clock, id, version, enabled });
  }
  return enabled
    ? []
    : cancelExecutionsOf({
        trx,
        clock,
        driver,
        workflowId: id,
        statuses: cancel,
        reasonCode: 'workflow_disabled',
        reason: `The workflow was disabled by ${actorRef}.`,
      });
}
