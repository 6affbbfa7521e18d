import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import { type FieldName, MARKED_FIELDS } from './fieldNames';
import { unionOptions } from './unionOptions';

/**
 * Which of our fields show which parts of a config. Schemas mark a field by
 * `x-workflows-field`; open maps are rows of name and value.
 *
 * @param literal - no text of it is a template
 */
export function uiSchemaOf(schema: RJSFSchema, literal: boolean): UiSchema {
  return {
    ...formOf(schema, literal),
    'ui:submitButtonOptions': { norender: true },
  };
}

/** The fields of an object, or of one of the forms that a value may have. */
export function formOf(schema: RJSFSchema, literal: boolean): UiSchema {
  if (!schema.properties) {
    return fieldOf(schema, { literal, required: true });
  }
  return {
    'ui:title': '',
    ...Object.fromEntries(
      Object.entries(schema.properties).map(([name, property]) => [
        name,
        fieldOf(property as RJSFSchema, {
          literal,
          required: schema.required?.includes(name) ?? false,
        }),
      ]),
    ),
  };
}

function fieldOf(
  schema: RJSFSchema,
  place: { literal: boolean; required: boolean },
): UiSchema {
  const { literal, required } = place;
  const { 'x-workflows-field': marked, 'x-workflows-kinds': kinds } =
    schema as Record<string, unknown>;
  const isText = ['text', 'markdown', 'url'].includes(marked as string);
  if (MARKED_FIELDS.includes(marked as 'json') && !(isText && literal)) {
    return field(marked as FieldName);
  }
  if (schema.const !== undefined) {
    return { 'ui:widget': 'hidden' };
  }
  if (schema.enum) {
    return {};
  }
  if (schema.oneOf ?? schema.anyOf) {
    const options = unionOptions(schema);
    return options.every(option => option.schema.const !== undefined)
      ? {}
      : {
          ...field('union'),
          'ui:fieldReplacesAnyOrOneOf': true,
          // What stands beside a secret is sent as it is.
          'ui:literal': literal || options.some(holdsSecret),
        };
  }
  if (schema.properties) {
    return required
      ? { ...formOf(schema, literal), 'ui:title': schema.title }
      : { ...field('optional'), 'ui:literal': literal };
  }
  const items = schema.items as RJSFSchema | undefined;
  if (schema.type === 'array' && items?.type === 'string') {
    return field(Array.isArray(kinds) ? 'refs' : 'list');
  }
  const values = schema.additionalProperties;
  if (schema.type === 'object' && typeof values === 'object') {
    return field(
      values.type === 'string' || 'anyOf' in values ? 'keyValue' : 'json',
    );
  }
  if (schema.type === 'string' && !literal && !schema.pattern) {
    return field('line');
  }
  // A schema that allows anything has no form but its text.
  return schema.type ? {} : field('json');
}

function field(name: FieldName): UiSchema {
  return { 'ui:field': name };
}

function holdsSecret({ schema }: { schema: RJSFSchema }) {
  return Object.values(schema.properties ?? {}).some(
    property =>
      (property as Record<string, unknown>)['x-workflows-field'] === 'secret',
  );
}
