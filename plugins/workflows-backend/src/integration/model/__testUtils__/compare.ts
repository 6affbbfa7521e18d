import type { Knex } from 'knex';
import type { Receivers } from './Receivers';
import type { ModelRun } from './ReferenceModel';

/** What is stored of all runs, as a model would tell it. */
export async function storedRuns(
  knex: Knex,
  receivers: Receivers,
  epoch: number,
): Promise<Record<string, object>> {
  const executions = await knex('workflow_executions').select();
  const steps = await knex('workflow_execution_steps').select();
  const attempts = await knex('workflow_step_attempts').select();
  const stepsOf = (executionId: string) =>
    Object.fromEntries(
      steps
        .filter(step => step.execution_id === executionId)
        .map(step => {
          const own = attempts.filter(({ step_id: id }) => id === step.id);
          const succeeded = own.filter(
            ({ outcome }) => outcome === 'succeeded',
          );
          return [
            step.node_id,
            {
              state: step.state,
              effect: step.effect_state,
              attempts: own.length,
              open: own.filter(({ outcome }) => outcome === null).length,
              succeeded: succeeded.length,
              sends: step.effect_key
                ? receivers.sends.get(step.effect_key) ?? 0
                : 0,
            },
          ];
        }),
    );
  return Object.fromEntries(
    executions.map(row => [
      row.id,
      {
        status: row.status,
        reason: row.reason_code,
        due: row.due_at === null ? null : Number(row.due_at) - epoch,
        epoch: row.epoch,
        steps: stepsOf(row.id),
      },
    ]),
  );
}

/** What should be stored of a run. */
export function expectedRun(run: ModelRun): object {
  return {
    status: run.status,
    reason: run.reason,
    due: run.due,
    epoch: run.epoch,
    steps: Object.fromEntries(
      Object.entries(run.steps).map(([id, step]) => [
        id,
        {
          state: step.state,
          effect: step.effect,
          attempts: step.attempts,
          open: step.effect === 'sent' ? 1 : 0,
          succeeded: step.effect === 'confirmed' && step.attempts > 0 ? 1 : 0,
          sends: step.key.sends,
        },
      ]),
    ),
  };
}
