import { z } from 'zod';

/** Holds an object's fields to a type's: none may be missing, none too many. */
export function shape<T extends object>(
  fields: Record<keyof Required<T>, z.ZodType>,
) {
  return fields;
}

export const time = z.iso.datetime();
