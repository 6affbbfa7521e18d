import type { Knex } from 'knex';
import type { AttemptRecord, StepRecord } from './StepRecord';
import type { DatabaseClock } from '../../clock';

/**
 * Writes attempts as they are now, new ones and known ones alike. The caller
 * holds the run's fence; repeating it changes nothing.
 */
export async function saveAttempts(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  step: StepRecord;
  attempts: readonly AttemptRecord[];
}): Promise<void> {
  const { trx, clock, step, attempts } = options;
  if (attempts.length === 0) {
    return;
  }
  await trx('workflow_step_attempts')
    .insert(
      attempts.map(({ id, attempt, outcome, error, response }) => ({
        id,
        step_id: step.id,
        attempt,
        outcome: outcome ?? null,
        error: error ? JSON.stringify(error) : null,
        response: response ? JSON.stringify(response) : null,
        started_at: clock.now(trx),
        finished_at: outcome ? clock.now(trx) : null,
      })),
    )
    .onConflict(['step_id', 'attempt'])
    .merge(['outcome', 'error', 'response', 'finished_at']);
}
