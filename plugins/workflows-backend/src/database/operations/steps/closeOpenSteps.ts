import type { StepError } from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';

/** Runs of one statement; SQLite takes at most 32,766 values. */
const BATCH = 1_000;

/**
 * Ends the steps that runs leave open when they are ended from outside. A request
 * that was out is in doubt: nobody waits for its answer any more.
 */
export async function closeOpenSteps(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  executionIds: readonly string[];
  error: StepError;
}): Promise<void> {
  const { trx, clock, executionIds, error } = options;
  for (let at = 0; at < executionIds.length; at += BATCH) {
    await close(trx, clock, executionIds.slice(at, at + BATCH), error);
  }
}

async function close(
  trx: Knex.Transaction,
  clock: DatabaseClock,
  executionIds: readonly string[],
  error: StepError,
) {
  const open = () =>
    trx('workflow_execution_steps')
      .whereIn('execution_id', executionIds)
      .whereIn('state', ['running', 'waiting']);
  await trx('workflow_step_attempts')
    .whereIn('step_id', open().select('id'))
    .whereNull('finished_at')
    .update({
      outcome: 'ambiguous',
      error: JSON.stringify(error),
      finished_at: clock.now(trx),
    });
  await open().update({
    state: 'failed',
    error: JSON.stringify(error),
    effect_state: trx.raw(
      "case when effect_state = 'sent' then 'in_doubt' else effect_state end",
    ),
    resume_at: null,
    finished_at: clock.now(trx),
  });
}
