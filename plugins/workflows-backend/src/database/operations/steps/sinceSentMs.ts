import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';

/**
 * Milliseconds since a request of a step may last have been under way: since its
 * last attempt ended, or since the run began when another run made the attempts.
 * 0 while no end is known, as after a crash.
 */
export async function sinceSentMs(options: {
  knex: Knex;
  clock: DatabaseClock;
  executionId: string;
  stepId: string;
}): Promise<number> {
  const { knex, clock, executionId, stepId } = options;
  const last = knex('workflow_step_attempts')
    .where({ step_id: stepId })
    .max(knex.raw('coalesce(finished_at, ?)', [clock.now(knex)]));
  const row = await knex('workflow_executions')
    .where({ id: executionId })
    .first(
      knex.raw('? - coalesce(?, created_at) as ms', [clock.now(knex), last]),
    );
  return Math.max(0, Number(row?.ms ?? 0));
}
