import type { JsonObject } from '@backstage/types';
import { parseDuration } from 'backstage-plugin-workflows-common';
import {
  type ActionContext,
  ActionError,
} from 'backstage-plugin-workflows-node';
import type { StepRecord } from '../database/operations/steps/StepRecord';
import { sleep } from '../database/dueLoop/Wakeup';
import type { ObservedCall } from '../observability/EngineObserver';
import type { ActionNode, Run } from './Run';

const DEFAULT_TIMEOUT = '30s';

/** An action that ignores its signal is left behind after this. */
const GRACE_MS = 1_000;

/** What an action gave, or how it failed. */
export type CallOutcome<T> =
  | { value: T; error?: undefined }
  | {
      error: ActionError;
      /** It was cut off because the segment must end; it says nothing of the action. */
      interrupted: boolean;
    };

/** Calls one of an action's functions within its time; never throws. */
export function callAction<T>(
  run: Run,
  node: ActionNode,
  step: StepRecord,
  name: 'run' | 'check' | 'probe',
  call: (context: ActionContext) => Promise<T>,
): Promise<CallOutcome<T>> {
  const observed: ObservedCall = {
    function: name,
    workflowId: run.execution.workflow_id,
    executionId: step.executionId,
    stepId: step.id,
    nodeId: node.id,
    actionType: node.data.actionType,
    attempt: step.attempts.at(-1)?.attempt ?? 1,
  };
  return run.engine.observer.call(observed, () =>
    callInTime(run, node, step, call),
  );
}

async function callInTime<T>(
  run: Run,
  node: ActionNode,
  step: StepRecord,
  call: (context: ActionContext) => Promise<T>,
): Promise<CallOutcome<T>> {
  const timeoutMs = Math.min(
    parseDuration(node.data.timeout ?? DEFAULT_TIMEOUT)!,
    Math.max(0, run.journal.timeLeftMs()),
  );
  const signal = AbortSignal.any([
    run.signal,
    AbortSignal.timeout(Math.ceil(timeoutMs)),
  ]);
  const context: ActionContext = {
    request: step.request as JsonObject,
    effectKey: step.effectKey!,
    attempt: step.attempts.at(-1)?.attempt ?? 1,
    signal,
    egress: run.engine.egressFor(run.execution.workflow_id),
    logger: run.logger.child({ nodeId: node.id }),
  };
  try {
    return { value: await untilLeftBehind(async () => call(context), signal) };
  } catch (error) {
    const explained = explain(run, node, error, signal);
    return {
      error: explained,
      interrupted: run.signal.aborted && !explained.response,
    };
  }
}

/** The call's own error says best whether something was sent, so it gets a moment after the abort. */
async function untilLeftBehind<T>(
  call: () => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const done = new AbortController();
  const leftBehind = sleepUntilAborted(signal, done.signal)
    .then(() => sleep(GRACE_MS, done.signal))
    .then(() => {
      throw signal.reason;
    });
  try {
    return await Promise.race([call(), leftBehind]);
  } finally {
    leftBehind.catch(() => {});
    done.abort();
  }
}

function sleepUntilAborted(signal: AbortSignal, done: AbortSignal) {
  return new Promise<void>(resolve => {
    for (const either of [signal, done]) {
      either.addEventListener('abort', () => resolve(), { once: true });
    }
    if (signal.aborted) {
      resolve();
    }
  });
}

function explain(
  run: Run,
  node: ActionNode,
  error: unknown,
  signal: AbortSignal,
): ActionError {
  if (error instanceof ActionError) {
    return error;
  }
  const { actionType } = node.data;
  if (signal.aborted) {
    return new ActionError(
      `The action "${actionType}" did not end in time; it may have taken effect.`,
      { code: 'timeout', retryable: true, ambiguous: true },
    );
  }
  run.logger.error(`Node ${node.id}: the action failed`, error as Error);
  return new ActionError(
    `The action "${actionType}" made a mistake; the portal's log has the details.`,
    { code: 'internal_error', ambiguous: true },
  );
}
