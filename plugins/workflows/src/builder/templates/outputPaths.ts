import type { JsonObject, JsonValue } from '@backstage/types';
import { type TemplatePath, written } from './TemplatePath';

const MAX_DEPTH = 4;

/** What a JSON Schema says that there is, below some names. */
export function outputPaths(
  schema: JsonObject,
  keys: readonly string[],
  depth = MAX_DEPTH,
): TemplatePath[] {
  const properties = Object.entries((schema.properties ?? {}) as JsonObject);
  const own: TemplatePath = {
    path: written(keys),
    type: typeof schema.type === 'string' ? schema.type : 'any',
    title: typeof schema.title === 'string' ? schema.title : '',
    ...(typeof schema.description === 'string' && {
      description: schema.description,
    }),
    ...(Array.isArray(schema.examples) && { values: schema.examples }),
    open: properties.length === 0 || schema.additionalProperties !== false,
  };
  return depth === 0
    ? [own]
    : [
        own,
        ...properties.flatMap(([name, property]) =>
          outputPaths(property as JsonObject, [...keys, name], depth - 1),
        ),
      ];
}

/** A value such as a JSON Schema asks for, for a step that has not run. */
export function sampleOf(schema: JsonObject, depth = MAX_DEPTH): JsonValue {
  const [given] = [
    schema.const,
    schema.default,
    ...((schema.examples ?? []) as JsonValue[]),
    ...((schema.enum ?? []) as JsonValue[]),
  ].filter(value => value !== undefined);
  if (given !== undefined) {
    return given;
  }
  const [form] = (schema.anyOf ?? schema.oneOf ?? []) as JsonObject[];
  if (form && depth > 0) {
    return sampleOf(form, depth - 1);
  }
  switch (schema.type) {
    case 'string':
      return schema.format === 'uri' ? 'https://example.com/1' : 'text';
    case 'number':
    case 'integer':
      return 1;
    case 'boolean':
      return true;
    case 'array':
      return depth > 0 && schema.items
        ? [sampleOf(schema.items as JsonObject, depth - 1)]
        : [];
    case 'object':
      return depth > 0
        ? Object.fromEntries(
            Object.entries((schema.properties ?? {}) as JsonObject).map(
              ([name, property]) => [
                name,
                sampleOf(property as JsonObject, depth - 1),
              ],
            ),
          )
        : {};
    default:
      return {};
  }
}
