import type { JsonObject, JsonValue } from '@backstage/types';
import type {
  ExplainedCondition,
  ExplainedGroup,
  ExplainedLeaf,
} from '../execution/types';
import { getPath, isJsonValue } from '../json';
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
  const found = getPath(context, leaf.field);
  // What nests too deep to be walked safely is as good as not there.
  const actual = isJsonValue(found) ? found : undefined;
  return {
    field: leaf.field,
    operator,
    ...(leaf.value === undefined ? {} : { expected: shown(leaf.value) }),
    ...(actual === undefined ? {} : { actual: shown(actual) }),
    holds: compare(operator, actual, leaf.value),
  };
}

const SHOWN_CHARS = 500;

/** A large value as the beginning of its text: an explanation is kept for every leaf of every run. */
function shown(value: JsonValue): JsonValue {
  if (typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > SHOWN_CHARS ? `${text.slice(0, SHOWN_CHARS)}…` : value;
}
