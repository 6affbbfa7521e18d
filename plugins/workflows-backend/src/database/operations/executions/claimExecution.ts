import type { Knex } from 'knex';
import { killSwitchRow } from '../killSwitch/killSwitchRow';
import { CLAIMED } from './claimExecutions';
import { withinConcurrency } from './withinConcurrency';

/**
 * Claims one run that has not ended, whoever holds it: not while the kill switch
 * is on, nor beyond its workflow's limit. When it is due, and how long the claim
 * holds, is the caller's business: `due_at` stays.
 *
 * @returns its new epoch; `undefined` when it was not claimed
 */
export async function claimExecution(options: {
  knex: Knex;
  executionId: string;
}): Promise<number | undefined> {
  const { knex, executionId } = options;
  const run = knex('workflow_executions')
    .where({ id: executionId })
    .whereNotNull('due_at')
    .whereNotExists(killSwitchRow(knex));
  withinConcurrency(knex, run);
  const [claimed] = await run
    .update({ ...CLAIMED, epoch: knex.raw('epoch + 1') })
    .returning<Array<{ epoch: number }>>('epoch');
  return claimed?.epoch;
}
