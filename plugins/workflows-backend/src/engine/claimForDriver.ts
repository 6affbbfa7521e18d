import type { ExecutionClaim } from 'backstage-plugin-workflows-node';
import { claimExecution } from '../database/operations/executions/claimExecution';
import { readExecution } from '../database/operations/executions/readExecution';
import { LOOK_AGAIN_MS } from './giveBack';
import type { EngineOptions } from './types';

/**
 * Claims a run whose turn has come by a driver that keeps its queue elsewhere. If
 * it is not to run now, tells the driver to forget it or to ask again. It may have
 * ended just before the driver is told to ask: then it forgets it at that time.
 */
export async function claimForDriver(
  { knex, driver }: EngineOptions,
  executionId: string,
): Promise<ExecutionClaim | undefined> {
  const epoch = await claimExecution({ knex, executionId });
  if (epoch !== undefined) {
    return { executionId, epoch };
  }
  await knex.transaction(async trx => {
    const row = await readExecution(trx, executionId);
    const hasEnded = !row || row.due_at === null;
    await (hasEnded
      ? driver.forget(trx, [executionId])
      : driver.wake(trx, executionId, LOOK_AGAIN_MS));
  });
  return undefined;
}
