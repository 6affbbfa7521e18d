import type { WorkflowAction } from 'backstage-plugin-workflows-node';
import type { StepRecord } from '../database/operations/steps/StepRecord';
import { sinceSentMs } from '../database/operations/steps/sinceSentMs';
import { type ActionNode, type AfterNode, type Run, waitFor } from './Run';
import { attemptAction } from './attemptAction';
import { callAction } from './callAction';
import { completeAction } from './completeAction';
import { parseCheckAfter } from './parseWait';
import { recordFailedLook } from './recordFailedLook';
import { INTERRUPTED, failInDoubt, failStep, retryDelay } from './settleStep';

/** A request that takes its worker down each time is not sent for ever. */
const MAX_INTERRUPTIONS = 10;

/**
 * Decides about an effect that may have taken place: by the action's probe, if it
 * has one; else it is sent again if the receiver knows the key; else a person
 * decides.
 */
export async function resolveDoubt(
  run: Run,
  node: ActionNode,
  action: WorkflowAction,
  step: StepRecord,
): Promise<AfterNode> {
  const interruptions = step.attempts.filter(
    ({ error }) => error?.code === INTERRUPTED,
  ).length;
  if (interruptions >= MAX_INTERRUPTIONS) {
    return failInDoubt(run, step, `It was cut off ${interruptions} times.`);
  }
  if (action.probe) {
    return probe(run, node, action, step);
  }
  // Without an attempt of this run's own, a person has decided by retrying.
  return action.effect === 'keyed' || step.attempts.length === 0
    ? attemptAction(run, node, action, step)
    : failInDoubt(
        run,
        step,
        step.attempts.at(-1)?.error?.message ?? 'The attempt was cut off.',
      );
}

async function probe(
  run: Run,
  node: ActionNode,
  action: WorkflowAction,
  step: StepRecord,
): Promise<AfterNode> {
  const { knex, clock } = run.engine;
  const { executionId, id: stepId } = step;
  const outcome = await callAction(run, node, step, 'probe', async context =>
    action.probe!({
      ...context,
      sinceSentMs: await sinceSentMs({ knex, clock, executionId, stepId }),
    }),
  );
  if (outcome.error) {
    return recordFailedLook(run, node, step, outcome);
  }
  const { value } = outcome;
  if (value.found === 'not yet') {
    return waitFor(run, step, parseCheckAfter(value.checkAfterMs));
  }
  if (value.found) {
    return completeAction(run, step, value, 'found');
  }
  if (value.found !== false) {
    // Anything but a clear no must not lead to a second sending.
    throw new TypeError(
      `The probe of "${action.id}" did not say what it found`,
    );
  }
  const cleared: StepRecord = { ...step, effectState: 'none' };
  return retryDelay(run, node, step.attempts) === undefined
    ? failStep(
        run,
        cleared,
        step.error ?? {
          code: 'action_failed',
          message: 'It did not take effect, and no attempt is left.',
        },
      )
    : attemptAction(run, node, action, cleared);
}
