import type {
  ExecutionReasonCode,
  StepError,
} from 'backstage-plugin-workflows-common';
import type { ExecutionClaim } from 'backstage-plugin-workflows-node';
import {
  type ExecutionChange,
  fenceExecution,
} from '../database/operations/executions/fenceExecution';
import { closeOpenSteps } from '../database/operations/steps/closeOpenSteps';
import { type Run, putStep } from './Run';
import type { EngineOptions } from './types';

/** Reasons of a step that are the run's as well; all others are a failed action. */
const SHARED_REASONS: readonly string[] = [
  'action_unknown',
  'effect_in_doubt',
  'internal_error',
  'template_failed',
] satisfies ExecutionReasonCode[];

/** How a run ends because of a failed step. */
export function endReason(run: Run, nodeId: string): ExecutionChange {
  const node = run.definition.nodes.find(({ id }) => id === nodeId);
  const error = run.steps.get(nodeId)?.error;
  return {
    status: 'FAILED',
    reasonCode: (SHARED_REASONS.includes(error?.code ?? '')
      ? error!.code
      : 'action_failed') as ExecutionReasonCode,
    reason: `${node?.data.label ?? nodeId}: ${
      error?.message ?? 'failed'
    }`.replaceAll('\0', ''),
  };
}

/** Ends a run whose active time is used up, with the step that it was in. */
export async function endTimedOut(run: Run): Promise<void> {
  const reason = `It was active for longer than its timeout of ${
    run.definition.settings.timeout ?? '15min'
  }; waiting is not counted.`;
  for (const step of run.steps.values()) {
    if (step.state === 'running' || step.state === 'waiting') {
      putStep(run, {
        ...step,
        state: 'failed',
        resumeInMs: undefined,
        error: step.error ?? { code: 'timeout', message: reason },
      });
    }
  }
  await run.journal.commit({
    status: 'CANCELLED',
    reasonCode: 'timeout',
    reason,
  });
}

/** Why a run is stopped from outside, in words. */
const STOP_REASONS = {
  incident_resolved: 'Its incident was resolved.',
} satisfies Partial<Record<ExecutionReasonCode, string>>;

/** Ends a run that was told to end before its next step. */
export async function endStopped(
  engine: EngineOptions,
  claim: ExecutionClaim,
  reasonCode: keyof typeof STOP_REASONS,
): Promise<void> {
  const reason = STOP_REASONS[reasonCode];
  await endExecution({
    engine,
    claim,
    status: 'CANCELLED',
    reasonCode,
    reason,
  });
}

/** Ends a run of which nothing is known but its claim. */
export async function endExecution(options: {
  engine: EngineOptions;
  claim: ExecutionClaim;
  status: 'FAILED' | 'CANCELLED';
  reasonCode: ExecutionReasonCode;
  reason: string;
}): Promise<void> {
  const { engine, claim, status, reasonCode, reason } = options;
  const { knex, clock, driver } = engine;
  const { executionId } = claim;
  const error: StepError = { code: reasonCode, message: reason };
  await knex.transaction(async trx => {
    await fenceExecution({
      trx,
      clock,
      claim,
      change: { status, reasonCode, reason },
    });
    await closeOpenSteps({ trx, clock, executionIds: [executionId], error });
    await driver.forget(trx, [executionId]);
  });
  engine.observer.transition({ executionId, status, reasonCode });
  engine.onChange({ kind: 'execution', id: executionId });
}
