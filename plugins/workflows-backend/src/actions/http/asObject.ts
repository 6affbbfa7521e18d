import type { JsonObject, JsonValue } from '@backstage/types';

/** A value of somebody else's answer as an object, empty when it is none. */
export function asObject(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}

/** A value of somebody else's answer as a list of objects. */
export function asObjects(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value) ? value.map(asObject) : [];
}

/** A value of somebody else's answer as text, empty when it is neither text nor a number. */
export function asText(value: JsonValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : '';
}
