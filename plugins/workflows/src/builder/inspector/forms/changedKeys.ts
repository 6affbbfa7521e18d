import type { JsonObject } from '@backstage/types';

/** The names of the fields that differ, which say where one types. */
export function changedKeys(before: object, after: JsonObject): string[] {
  return Object.keys({ ...before, ...after }).filter(
    key => (before as JsonObject)[key] !== after[key],
  );
}
