import type { JsonObject, JsonValue } from '@backstage/types';
import type { RJSFSchema, ValidatorType } from '@rjsf/utils';

/** One of the forms that a value may have. */
export interface UnionOption {
  schema: RJSFSchema;
  title: string;
  /** The field whose constant value tells this form from the others. */
  tag?: { name: string; value: JsonValue };
}

const TYPE_TITLES: Record<string, string> = {
  string: 'Text',
  number: 'Number',
  integer: 'Number',
  boolean: 'Yes or no',
  object: 'Several fields',
  array: 'List',
  null: 'Nothing',
};

export function unionOptions(schema: RJSFSchema): UnionOption[] {
  return ((schema.oneOf ?? schema.anyOf ?? []) as RJSFSchema[]).map(option => {
    const tagged = Object.entries(option.properties ?? {}).find(
      ([, property]) =>
        typeof property === 'object' && property.const !== undefined,
    );
    const value = (tagged?.[1] as RJSFSchema | undefined)?.const as JsonValue;
    return {
      schema: option,
      title:
        option.title ??
        (value === undefined
          ? TYPE_TITLES[String(option.type)] ?? String(option.type)
          : String(value)),
      ...(tagged && { tag: { name: tagged[0], value } }),
    };
  });
}

/** Which of its forms a value has; -1 for none of them. */
export function chosenOption(
  options: readonly UnionOption[],
  value: JsonValue | undefined,
  validator: Pick<ValidatorType, 'isValid'>,
): number {
  const byTag = options.findIndex(
    ({ tag }) => tag && (value as JsonObject)?.[tag.name] === tag.value,
  );
  return byTag >= 0 || value === undefined
    ? byTag
    : options.findIndex(
        ({ schema, tag }) => !tag && validator.isValid(schema, value, schema),
      );
}

/** A value to start another form with; what both forms have stays. */
export function startOf(
  { schema, tag }: UnionOption,
  before: JsonValue | undefined,
): JsonValue | undefined {
  if (schema.type !== 'object') {
    return { string: '', array: [], null: null }[String(schema.type)];
  }
  const kept = Object.entries((before ?? {}) as JsonObject).filter(
    ([name]) => name !== tag?.name && name in (schema.properties ?? {}),
  );
  return Object.fromEntries([...(tag ? [[tag.name, tag.value]] : []), ...kept]);
}
