import type { JsonObject, JsonValue } from '@backstage/types';

/**
 * The titles of the fields on the way into a value, by its JSON schema. Where the
 * schema gives no title it is the key, as people count when it is of a list.
 */
export function titlesAlong(
  schema: JsonObject,
  keys: readonly string[],
): string[] {
  const [key, ...rest] = keys;
  if (key === undefined) {
    return [];
  }
  const field = fieldOf(schema, key);
  return [
    typeof field?.title === 'string' ? field.title : countedFromOne(key),
    ...titlesAlong(field ?? {}, rest),
  ];
}

function fieldOf(schema: JsonObject, key: string): JsonObject | undefined {
  const { properties, items, additionalProperties: others } = schema;
  if (isObject(properties) && Object.hasOwn(properties, key)) {
    return properties[key] as JsonObject;
  }
  const ofShapes = ['anyOf', 'oneOf', 'allOf']
    .flatMap(name => (schema[name] ?? []) as JsonObject[])
    .map(shape => fieldOf(shape, key))
    .find(Boolean);
  return ofShapes ?? [items, others].find(isObject);
}

/** A key as people say it, who count from one. */
export function countedFromOne(key: string): string {
  return /^\d+$/.test(key) ? String(Number(key) + 1) : key;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
