import { DateTime } from 'luxon';
import type { JsonValue } from '@backstage/types';
import type {
  ConditionLeaf,
  ConditionOperator,
} from 'backstage-plugin-workflows-common';

/** What kind of value an operator compares with. */
export function valueKind(
  operator: ConditionOperator = 'equals',
): 'none' | 'one' | 'many' {
  switch (operator) {
    case 'exists':
    case 'notExists':
      return 'none';
    case 'in':
    case 'notIn':
      return 'many';
    default:
      return 'one';
  }
}

/** A leaf with another operator; its value keeps what the new operator can use. */
export function withOperator(
  { field, value }: ConditionLeaf,
  operator: ConditionOperator,
): ConditionLeaf {
  switch (valueKind(operator)) {
    case 'none':
      return { field, operator };
    case 'many':
      return { field, operator, value: valuesOf(value) };
    default:
      return {
        field,
        operator,
        value: Array.isArray(value) ? value[0] ?? '' : value ?? '',
      };
  }
}

export function valuesOf(value: JsonValue | undefined): JsonValue[] {
  if (Array.isArray(value)) {
    return value as JsonValue[];
  }
  return value === undefined || value === null || value === '' ? [] : [value];
}

/** A value as text. Only what a person types over it becomes text itself. */
export function valueText(value: JsonValue | undefined): string {
  if (value === undefined) {
    return '';
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A time as a field for times shows it; nothing when it is no time. */
export function localTime(value: JsonValue | undefined): string | undefined {
  if (value === undefined || value === '') {
    return '';
  }
  const time = typeof value === 'string' ? DateTime.fromISO(value) : undefined;
  return time?.isValid ? time.toFormat("yyyy-MM-dd'T'HH:mm") : undefined;
}

/** What was typed in such a field, as ISO 8601. */
export function timeOf(local: string): string {
  return local === '' ? '' : DateTime.fromISO(local).toUTC().toISO() ?? '';
}
