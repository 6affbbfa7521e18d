import { InputError } from '@backstage/errors';
import type { z } from 'zod';

/**
 * An untrusted body or query as what its schema says.
 *
 * @throws InputError that names every place where it is not
 */
export function parseInput<T>(
  schema: z.ZodType<T>,
  value: unknown,
  name: 'body' | 'query' | 'name',
): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    throw new InputError(
      parsed.error.issues
        .map(({ path, message }) => `${[name, ...path].join('.')}: ${message}`)
        .join('; '),
    );
  }
  return parsed.data;
}
