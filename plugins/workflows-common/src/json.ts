import type { JsonValue } from '@backstage/types';
import { z } from 'zod';

/**
 * Any JSON value. Arrays and objects are taken as they are: their depth is
 * bounded where a body is parsed, not here.
 *
 * @public
 */
export const jsonValueSchema: z.ZodType<JsonValue> =
  z.json() as z.ZodType<JsonValue>;

/**
 * What a dot path finds in a JSON value, own properties only, so that
 * `__proto__` and `constructor` are ordinary names that are not there.
 * `undefined` when a part of the path is missing. A key that itself holds dots
 * (a label such as `app.kubernetes.io/name`) is found too: at each object the
 * longest own key that the path starts with wins.
 *
 * @public
 */
export function getPath(value: unknown, path: string): JsonValue | undefined {
  if (value === null || typeof value !== 'object') {
    return undefined;
  }
  if (Object.hasOwn(value, path)) {
    return (value as Record<string, JsonValue>)[path];
  }
  for (
    let dot = path.lastIndexOf('.');
    dot > 0;
    dot = path.lastIndexOf('.', dot - 1)
  ) {
    const head = path.slice(0, dot);
    if (Object.hasOwn(value, head)) {
      const found = getPath(
        (value as Record<string, unknown>)[head],
        path.slice(dot + 1),
      );
      if (found !== undefined) {
        return found;
      }
    }
  }
  return undefined;
}
