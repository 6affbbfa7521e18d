import {
  type ExplainedCondition,
  type WorkflowNode,
  evaluate,
} from 'backstage-plugin-workflows-common';
import type { StepRecord } from '../database/operations/steps/StepRecord';
import { type AfterNode, type Run, putStep } from './Run';
import { capJson } from './capJson';
import { conditionContext } from './contexts';

/** Of one value in an explanation; it is there to be read. */
const MAX_VALUE_CHARS = 2_000;

/** Settles a condition by the incident as it is now, with the reason recorded. */
export async function runCondition(
  run: Run,
  node: Extract<WorkflowNode, { type: 'condition' }>,
  step: StepRecord,
): Promise<AfterNode> {
  const { match, conditions } = node.data;
  const explanation = evaluate(
    { match, conditions },
    await conditionContext(run),
  );
  putStep(run, {
    ...step,
    state: 'completed',
    branch: explanation.holds ? 'true' : 'false',
    explanation: capped(explanation),
  });
  return 'go on';
}

function capped(explained: ExplainedCondition): ExplainedCondition {
  if ('conditions' in explained) {
    return { ...explained, conditions: explained.conditions.map(capped) };
  }
  return explained.actual === undefined
    ? explained
    : { ...explained, actual: capJson(explained.actual, MAX_VALUE_CHARS) };
}
