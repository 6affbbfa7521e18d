import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import { FORM_FIELDS } from './formFields';

/**
 * Which of our fields show which parts of a config. Schemas mark a field by
 * `x-workflows-field`; open maps are rows of name and value.
 */
export function uiSchemaOf(schema: RJSFSchema): UiSchema {
  const properties = Object.entries(schema.properties ?? {}).map(
    ([name, property]) => [name, fieldOf(property as RJSFSchema)] as const,
  );
  return {
    'ui:title': '',
    'ui:submitButtonOptions': { norender: true },
    ...Object.fromEntries(properties),
  };
}

function fieldOf(schema: RJSFSchema): UiSchema {
  const marked = (schema as Record<string, unknown>)['x-workflows-field'];
  if (typeof marked === 'string' && marked in FORM_FIELDS) {
    return { 'ui:field': marked };
  }
  if (schema.properties) {
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, property]) => [
        name,
        fieldOf(property as RJSFSchema),
      ]),
    );
  }
  const items = schema.items as RJSFSchema | undefined;
  if (schema.type === 'array' && items?.type === 'string') {
    return { 'ui:field': 'list' };
  }
  const values = schema.additionalProperties;
  if (schema.type === 'object' && typeof values === 'object') {
    const isText = values.type === 'string' || 'anyOf' in values;
    return { 'ui:field': isText ? 'keyValue' : 'json' };
  }
  // A schema that allows anything has no form but its text.
  return schema.type ||
    schema.enum ||
    schema.const !== undefined ||
    schema.anyOf ||
    schema.oneOf
    ? {}
    : { 'ui:field': 'json' };
}
