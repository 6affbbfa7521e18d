import type { JsonValue } from '@backstage/types';
import { z } from 'zod';
import { LIMITS } from './limits';

/**
 * Whether a value is JSON as `JSON.parse` gives it, nested at most
 * `LIMITS.bodyDepth` deep. Walks without recursion, so that no depth can
 * overflow the stack.
 *
 * @public
 */
export function isJsonValue(value: unknown): value is JsonValue {
  const open = [{ value, depth: 0 }];
  while (open.length > 0) {
    const { value: item, depth } = open.pop()!;
    if (typeof item === 'object' && item !== null) {
      if (depth >= LIMITS.bodyDepth || !isArrayOrRecord(item)) {
        return false;
      }
      for (const child of Object.values(item)) {
        // An undefined property is an absent one; in a list it would be a hole.
        if (child !== undefined || Array.isArray(item)) {
          open.push({ value: child, depth: depth + 1 });
        }
      }
    } else if (!isJsonScalar(item)) {
      return false;
    }
  }
  return true;
}

function isJsonScalar(value: unknown): boolean {
  return (
    value === null ||
    ['string', 'boolean'].includes(typeof value) ||
    Number.isFinite(value)
  );
}

function isArrayOrRecord(value: object): boolean {
  if (Array.isArray(value)) {
    return true;
  }
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * Any JSON value, taken as it is. As JSON Schema it allows everything, which
 * keeps the schemas that hold it free of recursion.
 *
 * @public
 */
export const jsonValueSchema: z.ZodType<JsonValue> = z
  .unknown()
  .refine(isJsonValue, {
    message: `must be a JSON value, nested at most ${LIMITS.bodyDepth} deep`,
  }) as unknown as z.ZodType<JsonValue>;

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
