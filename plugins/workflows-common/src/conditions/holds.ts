import type { JsonValue } from '@backstage/types';
import { compare } from './operators';
import { type Condition, isConditionGroup } from './schema';

/**
 * Whether a condition holds: what `evaluate` finds, without saying why, and
 * without looking further than is needed. Pure.
 *
 * @param read - gives a field's value, `undefined` when it is not there
 * @public
 */
export function conditionHolds(
  condition: Condition,
  read: (field: string) => JsonValue | undefined,
): boolean {
  if (!isConditionGroup(condition)) {
    const { operator = 'equals', field, value } = condition;
    return compare(operator, read(field), value);
  }
  const holds = (child: Condition) => conditionHolds(child, read);
  switch (condition.match) {
    case 'all':
      return condition.conditions.every(holds);
    case 'any':
      return condition.conditions.some(holds);
    default:
      return !condition.conditions.some(holds);
  }
}
