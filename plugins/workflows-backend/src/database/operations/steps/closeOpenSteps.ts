import type { StepError } from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';

/**
 * Ends the steps that a run leaves open when it is ended from outside. A request
 * that was out is in doubt: nobody waits for its answer any more.
 */
export async function closeOpenSteps(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  executionId: string;
  error: StepError;
}): Promise<void> {
  const { trx, clock, executionId, error } = options;
  const open = () =>
    trx('workflow_execution_steps')
      .where({ execution_id: executionId })
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
