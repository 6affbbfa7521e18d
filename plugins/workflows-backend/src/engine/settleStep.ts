import type { JsonObject } from '@backstage/types';
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
import { type ActionNode, type Run, putStep } from './Run';
import { capJson, cutText } from './capJson';
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

/** A receiver's answer, as it is stored. */
export function toResponse(response?: JsonObject): JsonObject | undefined {
  return response && (capJson(response, LIMITS.outputChars) as JsonObject);
}

/** Ends a step well. An output that is no JSON is the action's mistake, after its effect. */
export function completeStep(
  run: Run,
  step: StepRecord,
  output: unknown,
  effectState: EffectState,
  attempt?: AttemptRecord,
): 'go on' {
  const ended = { ...step, waitToken: undefined, resumeInMs: undefined };
  try {
    putStep(
      run,
      {
        ...ended,
        state: 'completed',
        effectState,
        output: capJson(output, LIMITS.outputChars),
        error: undefined,
      },
      attempt,
    );
  } catch (error) {
    run.logger.error(`Node ${step.nodeId}: the output`, error as Error);
    const message =
      "The action took effect, but what it gave back cannot be stored; the portal's log has the details.";
    failStep(
      run,
      { ...ended, effectState },
      { code: 'internal_error', message },
      attempt,
    );
  }
  return 'go on';
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
