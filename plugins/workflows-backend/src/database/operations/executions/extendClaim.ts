import type { ExecutionClaim } from 'backstage-plugin-workflows-node';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';

/**
 * Moves the end of a lease to `ms` from now; 0 gives the run back at once.
 * Touches only a run that is still this claim's and still running: what was
 * made to wait keeps its time.
 *
 * @returns whether the claim still holds
 */
export async function extendClaim(options: {
  knex: Knex;
  clock: DatabaseClock;
  claim: ExecutionClaim;
  ms: number;
}): Promise<boolean> {
  const { knex, clock, claim, ms } = options;
  const matched = await knex('workflow_executions')
    .where({
      id: claim.executionId,
      epoch: claim.epoch,
      status: 'RUNNING',
    })
    .update({ due_at: clock.now(knex, ms) });
  return matched > 0;
}
