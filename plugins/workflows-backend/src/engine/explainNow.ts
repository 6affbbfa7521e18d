import {
  type ConditionGroup,
  type ExplainedCondition,
  type ExplainedGroup,
  evaluate,
} from 'backstage-plugin-workflows-common';
import type { Run } from './Run';
import { capJson } from './capJson';
import { conditionContext } from './contexts';

/** Of one value in an explanation; it is there to be read. */
const MAX_VALUE_CHARS = 2_000;

/** Evaluates conditions by the incident as it is now, with the reason to be recorded. */
export async function explainNow(
  run: Run,
  group: ConditionGroup,
): Promise<ExplainedGroup> {
  return capped(evaluate(group, await conditionContext(run)));
}

function capped<T extends ExplainedCondition>(explained: T): T {
  if ('conditions' in explained) {
    return { ...explained, conditions: explained.conditions.map(capped) };
  }
  return explained.actual === undefined
    ? explained
    : { ...explained, actual: capJson(explained.actual, MAX_VALUE_CHARS) };
}
