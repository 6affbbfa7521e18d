import {
  type WorkflowNode,
  parseDuration,
} from 'backstage-plugin-workflows-common';
import type { StepRecord } from '../database/operations/steps/StepRecord';
import { type AfterNode, type Run, putStep, waitFor } from './Run';

/**
 * Makes the run wait, and goes on when the time is over by the database's clock.
 * A run that was woken early waits for the rest.
 */
export async function runDelay(
  run: Run,
  node: Extract<WorkflowNode, { type: 'delay' }>,
  step: StepRecord,
): Promise<AfterNode> {
  const left =
    step.state === 'waiting'
      ? step.resumeInMs ?? 0
      : parseDuration(node.data.duration)!;
  if (left > 0) {
    return waitFor(run, step, left);
  }
  putStep(run, { ...step, state: 'completed', resumeInMs: undefined });
  return 'go on';
}
