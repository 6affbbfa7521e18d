import type { JsonObject, JsonValue } from '@backstage/types';
import { ActionError } from 'backstage-plugin-workflows-node';
import type { z } from 'zod';

/**
 * A rendered config as the action's schema wants it. A field that is one
 * `{{ … }}` has kept the type of its value, so where the schema wants a text, a
 * number, boolean or missing value is made into one.
 *
 * @throws ActionError `config_invalid` that names the field
 */
export function fitConfig(schema: z.ZodType, rendered: JsonValue): JsonObject {
  const first = schema.safeParse(rendered);
  if (first.success) {
    return first.data as JsonObject;
  }
  const texts = structuredClone(rendered);
  first.error.issues.forEach(({ path }) => toText(texts, path));
  const second = schema.safeParse(texts);
  if (second.success) {
    return second.data as JsonObject;
  }
  const [{ path, message }] = second.error.issues;
  throw new ActionError(
    `Nothing was sent: with its templates filled in, ${
      path.join('.') || 'the configuration'
    } ${message}.`,
    { code: 'config_invalid' },
  );
}

function toText(config: JsonValue, path: readonly PropertyKey[]) {
  const parent = path
    .slice(0, -1)
    .reduce<any>((value, key) => value?.[key], config);
  const key = path.at(-1);
  const value = key === undefined ? undefined : parent?.[key];
  if (value === null || ['number', 'boolean'].includes(typeof value)) {
    parent[key!] = String(value ?? '');
  }
}
