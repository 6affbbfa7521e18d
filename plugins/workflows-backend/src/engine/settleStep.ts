import type { JsonObject, JsonValue } from '@backstage/types';
import {
  type EffectState,
  LIMITS,
  type StepError,
} from 'backstage-plugin-workflows-common';
import type { ActionError } from 'backstage-plugin-workflows-node';
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
import { capJson, cutText } from './capJson';
import { type Wait, parseWait } from './parseWait';
import { nextRetry } from './retryPolicy';

const MAX_MESSAGE_CHARS = 2_000;

/** Of an attempt that was cut off by a crash or a stop; it uses up none of the policy's attempts. */
export const INTERRUPTED = 'interrupted';

/** How an error is stored. */
export function toStepError(error: ActionError): StepError {
  return {
    code: error.code,
    message: cutText(error.message, MAX_MESSAGE_CHARS),
  };
}

/** A receiver's answer, as it is stored. It is for reading only, so one that is no JSON fails nothing. */
export function toResponse(response?: JsonObject): JsonObject | undefined {
  try {
    return response && (capJson(response, LIMITS.outputChars) as JsonObject);
  } catch (error) {
    return { unreadable: `It is no JSON: ${(error as Error).message}` };
  }
}

/** Ends a step well. An output that is no JSON is the action's mistake, after its effect. */
export function completeStep(
  run: Run,
  step: StepRecord,
  output: unknown,
  effectState: EffectState,
  attempt?: AttemptRecord,
): 'go on' {
  let capped: JsonValue;
  try {
    capped = capJson(output, LIMITS.outputChars);
  } catch (error) {
    return failMistaken(run, { ...step, effectState }, error, attempt);
  }
  putStep(
    run,
    {
      ...step,
      waitToken: undefined,
      resumeInMs: undefined,
      state: 'completed',
      effectState,
      output: capped,
      error: undefined,
    },
    attempt,
  );
  return 'go on';
}

/** Makes the run wait until the action is asked again. */
export async function waitForAction(
  run: Run,
  step: StepRecord,
  wait: Wait,
  attempt?: AttemptRecord,
): Promise<AfterNode> {
  let parsed: Wait;
  try {
    parsed = parseWait(wait);
  } catch (error) {
    return failMistaken(run, step, error, attempt);
  }
  const { token, checkAfterMs } = parsed;
  const waiting = { ...step, waitToken: { token }, error: undefined };
  return waitFor(run, waiting, checkAfterMs, attempt);
}

/** Ends a step whose action gave what cannot be kept; its effect is what it is. */
export function failMistaken(
  run: Run,
  step: StepRecord,
  error: unknown,
  attempt?: AttemptRecord,
): 'go on' {
  run.logger.error(`Node ${step.nodeId}: what its action gave`, error as Error);
  const message =
    "What the action gave back cannot be stored; the portal's log has the details. Its effect stands.";
  return failStep(
    run,
    { ...step, waitToken: undefined },
    { code: 'internal_error', message },
    attempt,
  );
}

/** Ends a step badly; what that means for the run is the plan's to say. */
export function failStep(
  run: Run,
  step: StepRecord,
  error: StepError,
  attempt?: AttemptRecord,
): 'go on' {
  putStep(
    run,
    { ...step, state: 'failed', error, resumeInMs: undefined },
    attempt,
  );
  return 'go on';
}

/** Ends a step that nobody but a person can decide about. */
export function failInDoubt(
  run: Run,
  step: StepRecord,
  cause: string,
  attempt?: AttemptRecord,
): 'go on' {
  const message = `${cause} It is not sent again by itself, since that might do it twice; look whether it took effect.`;
  return failStep(
    run,
    { ...step, effectState: 'in_doubt' },
    { code: 'effect_in_doubt', message },
    attempt,
  );
}

/** Until the next attempt, or `undefined` when the policy grants none. */
export function retryDelay(
  run: Run,
  node: ActionNode,
  attempts: readonly AttemptRecord[],
  retryAfterMs?: number,
): number | undefined {
  const used = attempts.filter(({ error }) => error?.code !== INTERRUPTED);
  return nextRetry(
    node.data.retry,
    used.length,
    run.engine.random ?? Math.random,
    retryAfterMs,
  );
}
