import {
  type WorkflowNode,
  parseDuration,
} from 'backstage-plugin-workflows-common';
import type { StepRecord } from '../database/operations/steps/StepRecord';
import { type AfterNode, type Run, putStep, waitFor } from './Run';
import { explainNow } from './explainNow';

/**
 * Makes the run wait, and goes on when the time is over by the database's clock.
 * A run that was woken early waits for the rest. Afterwards the trigger's
 * conditions are looked at again, if the node says so.
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
  const over = { ...step, state: 'completed' as const, resumeInMs: undefined };
  if (!node.data.recheck) {
    putStep(run, over);
    return 'go on';
  }
  const explanation = await explainNow(run, {
    match: 'all',
    conditions: run.definition.trigger.conditions,
  });
  putStep(run, { ...over, explanation });
  if (explanation.holds) {
    return 'go on';
  }
  await run.journal.commit({
    status: 'CANCELLED',
    reasonCode: 'conditions_no_longer_hold',
    reason: `After the delay "${
      node.data.label ?? node.id
    }" the trigger's conditions held no longer.`.replaceAll('\0', ''),
  });
  return 'stop';
}
