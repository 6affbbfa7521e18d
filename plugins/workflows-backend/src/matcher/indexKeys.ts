import {
  type Condition,
  equalityKey,
  isConditionGroup,
} from 'backstage-plugin-workflows-common';

/** A field with the keys of the values that it must have one of. */
export interface IndexKeys {
  field: string;
  keys: readonly string[];
}

/**
 * The equalities that must hold for the conditions to: those at the top and in
 * groups of `all`, `in` among them. `any` and `none` make none, since with them
 * an equality may also not hold.
 */
export function requiredEqualities(
  conditions: readonly Condition[],
): IndexKeys[] {
  return conditions.flatMap(condition => {
    if (isConditionGroup(condition)) {
      return condition.match === 'all'
        ? requiredEqualities(condition.conditions)
        : [];
    }
    const { field, operator = 'equals', value } = condition;
    const values =
      operator === 'in' && Array.isArray(value)
        ? value
        : operator === 'equals' && [value];
    if (!values) {
      return [];
    }
    const keys = new Set(values.map(equalityKey));
    return keys.has(undefined) ? [] : [{ field, keys: [...keys] as string[] }];
  });
}
