import type { JsonValue } from '@backstage/types';
import { z } from 'zod';
import { jsonValueSchema } from '../json';
import { LIMITS } from '../limits';
import { MAX_GLOB } from './glob';

/**
 * How a leaf compares the field's value with its own. See {@link compare} for
 * what each means.
 *
 * @public
 */
export const CONDITION_OPERATORS = [
  'equals',
  'notEquals',
  'in',
  'notIn',
  'contains',
  'startsWith',
  'endsWith',
  'matches',
  'gt',
  'gte',
  'lt',
  'lte',
  'exists',
  'notExists',
] as const;

/** @public */
export type ConditionOperator = (typeof CONDITION_OPERATORS)[number];

/**
 * One comparison. Without an operator it is equality, so
 * `{ field: 'priority', value: 'HIGH' }` is complete.
 *
 * @public
 */
export type ConditionLeaf = {
  /** A dot path into the condition context, for example `entity.spec.lifecycle`. */
  field: string;
  operator?: ConditionOperator;
  /** What to compare with; not used by `exists` and `notExists`. */
  value?: JsonValue;
};

/** @public */
export const CONDITION_MATCHES = ['all', 'any', 'none'] as const;

/** @public */
export type ConditionMatch = (typeof CONDITION_MATCHES)[number];

/**
 * Conditions taken together. An empty `all` or `none` holds, an empty `any`
 * does not.
 *
 * @public
 */
export type ConditionGroup = {
  match: ConditionMatch;
  conditions: Condition[];
};

/** @public */
export type Condition = ConditionLeaf | ConditionGroup;

/** @public */
export const conditionLeafSchema: z.ZodType<ConditionLeaf> = z
  .strictObject({
    field: z.string().min(1, 'must name a field').max(256),
    operator: z.enum(CONDITION_OPERATORS).optional(),
    value: jsonValueSchema.optional(),
  })
  .check(({ value: { operator, value }, issues }) => {
    const message = valueProblem(operator, value);
    if (message) {
      issues.push({ code: 'custom', input: value, path: ['value'], message });
    }
  });

function valueProblem(
  operator: ConditionOperator = 'equals',
  value?: JsonValue,
): string | undefined {
  if (operator === 'exists' || operator === 'notExists') {
    return undefined;
  }
  if (value === undefined) {
    return `is required: what to compare with by ${operator}`;
  }
  if ((operator === 'in' || operator === 'notIn') && !Array.isArray(value)) {
    return `must be a list for ${operator}, for example ["a", "b"]`;
  }
  if (
    operator === 'matches' &&
    typeof value === 'string' &&
    value.length > MAX_GLOB
  ) {
    return `must be at most ${MAX_GLOB} characters for matches`;
  }
  return undefined;
}

/** @public */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([conditionLeafSchema, conditionGroupSchema], {
    error: 'must be { field, operator, value } or { match, conditions }',
  }),
);

/** @public */
export const conditionGroupSchema: z.ZodType<ConditionGroup> = z.strictObject({
  match: z.enum(CONDITION_MATCHES),
  conditions: z.array(conditionSchema).max(LIMITS.conditionLeaves),
});

/**
 * Whether a condition is a group of conditions.
 *
 * @public
 */
export function isConditionGroup(
  condition: Condition,
): condition is ConditionGroup {
  return 'match' in condition;
}
