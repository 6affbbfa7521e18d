import { type Condition, isConditionGroup } from '../conditions/schema';

/** Every field that conditions name, nested ones included, with its place. */
export function conditionFields(
  conditions: readonly Condition[],
  path: string,
): Array<{ field: string; path: string }> {
  return conditions.flatMap((condition, index) =>
    isConditionGroup(condition)
      ? conditionFields(condition.conditions, `${path}.${index}.conditions`)
      : [{ field: condition.field, path: `${path}.${index}.field` }],
  );
}
