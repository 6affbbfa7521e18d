import type { Knex } from 'knex';
import type { StepRecord } from './StepRecord';
import type { DatabaseClock } from '../../clock';

const json = (value: unknown) =>
  value === undefined ? null : JSON.stringify(value);

/**
 * Writes steps as they are now, new ones and known ones alike. The caller holds
 * the run's fence. Repeating it changes nothing, so a commit whose answer was
 * lost may be tried again. The request and its key are written once and never
 * changed: every attempt sends what was stored before the first.
 */
export async function saveSteps(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  steps: readonly StepRecord[];
}): Promise<void> {
  const { trx, clock, steps } = options;
  if (steps.length === 0) {
    return;
  }
  const isOpen = ({ state }: StepRecord) =>
    state === 'running' || state === 'waiting';
  await trx('workflow_execution_steps')
    .insert(
      steps.map(step => ({
        id: step.id,
        execution_id: step.executionId,
        node_id: step.nodeId,
        effect_key: step.effectKey ?? null,
        request: json(step.request),
        started_at: step.state === 'skipped' ? null : clock.now(trx),
        state: step.state,
        branch: step.branch ?? null,
        explanation: json(step.explanation),
        effect_state: step.effectState ?? null,
        output: json(step.output),
        error: json(step.error),
        wait_token: json(step.waitToken),
        resume_at:
          step.resumeInMs === undefined
            ? null
            : clock.now(trx, step.resumeInMs),
        finished_at: isOpen(step) ? null : clock.now(trx),
      })),
    )
    .onConflict(['execution_id', 'node_id'])
    .merge([
      'state',
      'branch',
      'explanation',
      'effect_state',
      'output',
      'error',
      'wait_token',
      'resume_at',
      'finished_at',
    ]);
}
