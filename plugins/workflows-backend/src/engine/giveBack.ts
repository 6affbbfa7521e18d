import type { ExecutionClaim } from 'backstage-plugin-workflows-node';
import { fenceExecution } from '../database/operations/executions/fenceExecution';
import type { EngineOptions } from './types';

/** When a run that may not go on now is looked at again. */
export const LOOK_AGAIN_MS = 1_000;

/**
 * Gives a run back that may start nothing while the kill switch is on. What the
 * segment had settled in memory only is settled again from the same record, as
 * after a crash; nothing of it was sent.
 */
export async function giveBack(
  engine: EngineOptions,
  claim: ExecutionClaim,
): Promise<void> {
  const { knex, clock, driver, observer, onChange } = engine;
  const { executionId } = claim;
  const status = 'WAITING';
  const reasonCode = 'kill_switch';
  await knex.transaction(async trx => {
    const { isToEnd } = await fenceExecution({
      trx,
      clock,
      claim,
      change: {
        status,
        reasonCode,
        reason: 'It goes on when the kill switch is off.',
      },
    });
    await driver.wake(trx, executionId, isToEnd ? 0 : LOOK_AGAIN_MS);
  });
  observer.transition({ executionId, status, reasonCode });
  onChange({ kind: 'execution', id: executionId });
}
