import type { Knex } from 'knex';
import type { AttemptRecord } from './StepRecord';
import type { DatabaseClock } from '../../clock';

/** An attempt of a step, to be written. */
export type SavedAttempt = AttemptRecord & { stepId: string };

/**
 * Writes attempts as they are now, new ones and known ones alike. The caller
 * holds the fence of their runs; repeating it changes nothing.
 */
export async function saveAttempts(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  attempts: readonly SavedAttempt[];
}): Promise<void> {
  const { trx, clock, attempts } = options;
  if (attempts.length === 0) {
    return;
  }
  await trx('workflow_step_attempts')
    .insert(
      attempts.map(({ id, stepId, attempt, outcome, error, response }) => ({
        id,
        step_id: stepId,
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
