import type { ConditionOperator } from '../conditions/schema';

/** @public */
export const FIELD_TYPES = [
  'text',
  'number',
  'boolean',
  'time',
  'list',
  'object',
] as const;

/** @public */
export type FieldType = (typeof FIELD_TYPES)[number];

/**
 * A value that a field had, and in how many of the incidents that were looked at.
 *
 * @public
 */
export interface SeenValue {
  value: string | number | boolean;
  count: number;
}

/**
 * A field that conditions may name.
 *
 * @public
 */
export interface FieldDescriptor {
  /** The dot path, for example `entity.spec.lifecycle`. */
  path: string;
  type: FieldType;
  title: string;
  description: string;
  /** Those that make sense for its type. */
  operators: ConditionOperator[];
  /** Whether `changed` of the trigger `incident_updated` may name it. */
  watchable: boolean;
  /** Whether any field may be below it. */
  open: boolean;
  /** The only values that it can have, when there are few. */
  oneOf?: string[];
  /** Values that it had in newer incidents, the most frequent first. */
  values?: SeenValue[];
}

const PRESENCE: ConditionOperator[] = ['exists', 'notExists'];
const EQUALITY: ConditionOperator[] = ['equals', 'notEquals', 'in', 'notIn'];
const TEXT: ConditionOperator[] = [
  'contains',
  'startsWith',
  'endsWith',
  'matches',
];
const ORDER: ConditionOperator[] = ['gt', 'gte', 'lt', 'lte'];

/**
 * The operators that make sense for a type of field, the usual one first.
 *
 * @public
 */
export function operatorsFor(type: FieldType): ConditionOperator[] {
  return {
    text: [...EQUALITY, ...TEXT, ...PRESENCE],
    number: [...EQUALITY, ...ORDER, ...PRESENCE],
    boolean: ['equals' as const, 'notEquals' as const, ...PRESENCE],
    time: [...ORDER, ...PRESENCE],
    list: ['contains' as const, ...EQUALITY, ...TEXT.slice(1), ...PRESENCE],
    object: PRESENCE,
  }[type];
}
