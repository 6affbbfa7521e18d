import {
  ActionError,
  type ActionResult,
  type WorkflowAction,
} from 'backstage-plugin-workflows-node';
import { newId } from '../database/newId';
import type {
  AttemptRecord,
  StepRecord,
} from '../database/operations/steps/StepRecord';
import {
  type ActionNode,
  type AfterNode,
  type Run,
  putStep,
  waitFor,
} from './Run';
import { type CallOutcome, callAction } from './callAction';
import { completeAction } from './completeAction';
import {
  INTERRUPTED,
  failInDoubt,
  failMistaken,
  failStep,
  retryDelay,
  toResponse,
  toStepError,
  waitForAction,
} from './settleStep';

/** Of an action that probes, when its policy grants no further attempt to wait for. */
const PROBE_AFTER_MS = 5_000;

/** Writes the request as sent, sends it, and records how that ended. */
export async function attemptAction(
  run: Run,
  node: ActionNode,
  action: WorkflowAction,
  step: StepRecord,
): Promise<AfterNode> {
  // Of an earlier attempt, which this one does not settle if it fails.
  const doubted = step.effectState === 'in_doubt';
  const attempt: AttemptRecord = {
    id: newId(),
    attempt: (step.attempts.at(-1)?.attempt ?? 0) + 1,
  };
  const sent = putStep(
    run,
    {
      ...step,
      state: 'running',
      effectState: 'sent',
      error: undefined,
      resumeInMs: undefined,
    },
    attempt,
  );
  await run.journal.commit({ status: 'RUNNING', starts: true });
  const outcome: CallOutcome<ActionResult> = (await run.journal.prove())
    ? await callAction<ActionResult>(run, node, sent, 'run', context =>
        action.run(context),
      )
    : { error: notSent(), interrupted: true };
  if (!outcome.error) {
    return recordResult(run, sent, attempt, outcome.value);
  }
  const { error, interrupted } = outcome;
  const inDoubt = error.ambiguous || doubted;
  const failed: StepRecord = {
    ...sent,
    effectState: inDoubt ? 'in_doubt' : 'none',
    error: toStepError(error),
  };
  const ended: AttemptRecord = {
    ...attempt,
    outcome: error.ambiguous ? 'ambiguous' : 'failed',
    error: toStepError(error),
    response: toResponse(error.response),
  };
  if (interrupted) {
    putStep(run, failed, {
      ...ended,
      error: { code: INTERRUPTED, message: error.message },
    });
    await run.journal.commit();
    return 'stop';
  }
  return afterFailure(run, node, action, failed, ended, error);
}

function notSent(): ActionError {
  return new ActionError('The portal stopped before the request was sent.', {
    code: INTERRUPTED,
    retryable: true,
  });
}

async function recordResult(
  run: Run,
  step: StepRecord,
  attempt: AttemptRecord,
  result: ActionResult,
): Promise<AfterNode> {
  const succeeded = { ...attempt, outcome: 'succeeded' as const };
  const confirmed: StepRecord = { ...step, effectState: 'confirmed' };
  if (result?.status === 'waiting') {
    return waitForAction(run, confirmed, result, succeeded);
  }
  if (result?.status !== 'done') {
    const mistake = new TypeError('an action gives status done or waiting');
    return failMistaken(run, confirmed, mistake, succeeded);
  }
  return completeAction(run, step, result, 'confirmed', {
    ...succeeded,
    response: toResponse(result.response),
  });
}

function afterFailure(
  run: Run,
  node: ActionNode,
  action: WorkflowAction,
  step: StepRecord,
  attempt: AttemptRecord,
  error: ActionError,
): AfterNode | Promise<AfterNode> {
  const mistake = error.code === 'internal_error';
  const mayRepeat = !mistake && (error.retryable || error.ambiguous);
  const delay = mayRepeat
    ? retryDelay(
        run,
        node,
        [...step.attempts.slice(0, -1), attempt],
        error.retryAfterMs,
      )
    : undefined;
  if (step.effectState === 'in_doubt' && !mistake) {
    if (action.probe) {
      return waitFor(run, step, delay ?? PROBE_AFTER_MS, attempt);
    }
    if (action.effect !== 'keyed') {
      return failInDoubt(run, step, error.message, attempt);
    }
  }
  return delay === undefined
    ? failStep(run, step, toStepError(error), attempt)
    : waitFor(run, step, delay, attempt);
}
