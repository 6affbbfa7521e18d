import type { WorkflowNode } from 'backstage-plugin-workflows-common';
import type { StepRecord } from '../database/operations/steps/StepRecord';
import { type AfterNode, type Run, putStep } from './Run';
import { explainNow } from './explainNow';

/** Settles a condition by the incident as it is now, with the reason recorded. */
export async function runCondition(
  run: Run,
  node: Extract<WorkflowNode, { type: 'condition' }>,
  step: StepRecord,
): Promise<AfterNode> {
  const { match, conditions } = node.data;
  const explanation = await explainNow(run, { match, conditions });
  putStep(run, {
    ...step,
    state: 'completed',
    branch: explanation.holds ? 'true' : 'false',
    explanation,
  });
  return 'go on';
}
