import type { JsonObject, JsonValue } from '@backstage/types';
import type {
  ExplainedCondition,
  ExplainedGroup,
  ExplainedLeaf,
} from '../execution/types';
import { getPath } from '../json';
import { compare } from './operators';
import {
  type Condition,
  type ConditionGroup,
  type ConditionLeaf,
  isConditionGroup,
} from './schema';

/**
 * Evaluates a condition and says why: every leaf with the value that it saw.
 * Pure, and it never throws: what cannot be compared does not hold.
 *
 * @param condition - a leaf or a group
 * @param context - the incident's fields at the top, `entity` and `steps` beside them
 * @public
 */
export function evaluate(
  condition: ConditionGroup,
  context: JsonObject,
): ExplainedGroup;
/** @public */
export function evaluate(
  condition: Condition,
  context: JsonObject,
): ExplainedCondition;
export function evaluate(
  condition: Condition,
  context: JsonObject,
): ExplainedCondition {
  return isConditionGroup(condition)
    ? evaluateGroup(condition, context)
    : evaluateLeaf(condition, context);
}

function evaluateGroup(
  group: ConditionGroup,
  context: JsonObject,
): ExplainedGroup {
  const conditions = group.conditions.map(child => evaluate(child, context));
  const held = conditions.filter(child => child.holds).length;
  const holds = {
    all: held === conditions.length,
    any: held > 0,
    none: held === 0,
  }[group.match];
  return { match: group.match, holds, conditions };
}

function evaluateLeaf(leaf: ConditionLeaf, context: JsonObject): ExplainedLeaf {
  const operator = leaf.operator ?? 'equals';
  const actual: JsonValue | undefined = getPath(context, leaf.field);
  return {
    field: leaf.field,
    operator,
    ...(leaf.value === undefined ? {} : { expected: leaf.value }),
    ...(actual === undefined ? {} : { actual }),
    holds: compare(operator, actual, leaf.value),
  };
}
