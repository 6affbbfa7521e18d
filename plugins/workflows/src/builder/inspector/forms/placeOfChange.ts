import type { JsonObject, JsonValue } from '@backstage/types';

/**
 * Names the fields of a form that an edit changed, which say where one types.
 * Adding or removing a row of a field is a step of its own, and has no place.
 */
export function placeOfChange(
  form: string,
  before: object,
  after: JsonObject,
): string | undefined {
  const old = before as JsonObject;
  const changed = Object.keys({ ...old, ...after }).filter(
    key => old[key] !== after[key],
  );
  return changed.some(key => hasOtherRows(old[key], after[key]))
    ? undefined
    : [form, ...changed].join(' ');
}

function hasOtherRows(before?: JsonValue, after?: JsonValue) {
  return (
    isContainer(before) &&
    isContainer(after) &&
    Object.keys(before).length !== Object.keys(after).length
  );
}

function isContainer(value?: JsonValue): value is JsonObject | JsonValue[] {
  return typeof value === 'object' && value !== null;
}
