import { newId } from '../database/newId';
import type {
  AttemptRecord,
  StepRecord,
} from '../database/operations/steps/StepRecord';
import { type ActionNode, type AfterNode, type Run, waitFor } from './Run';
import type { CallOutcome } from './callAction';
import {
  failInDoubt,
  failStep,
  retryDelay,
  toResponse,
  toStepError,
} from './settleStep';

/**
 * Records that a `check` or `probe` failed. They change nothing, so they may be
 * repeated, as often as the node's policy says; each counts as an attempt.
 */
export async function recordFailedLook(
  run: Run,
  node: ActionNode,
  step: StepRecord,
  {
    error,
    interrupted,
  }: Extract<CallOutcome<unknown>, { interrupted: boolean }>,
): Promise<AfterNode> {
  if (interrupted) {
    await run.journal.commit();
    return 'stop';
  }
  const attempt: AttemptRecord = {
    id: newId(),
    attempt: (step.attempts.at(-1)?.attempt ?? 0) + 1,
    outcome: 'failed',
    error: toStepError(error),
    response: toResponse(error.response),
  };
  const delay =
    error.retryable || error.ambiguous
      ? retryDelay(run, node, [...step.attempts, attempt], error.retryAfterMs)
      : undefined;
  const failed = { ...step, error: toStepError(error) };
  if (delay !== undefined) {
    return waitFor(run, failed, delay, attempt);
  }
  return step.effectState === 'in_doubt'
    ? failInDoubt(run, failed, error.message, attempt)
    : failStep(run, failed, toStepError(error), attempt);
}
