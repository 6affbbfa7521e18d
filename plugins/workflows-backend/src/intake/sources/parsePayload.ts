import { InputError } from '@backstage/errors';
import type { z } from 'zod';

/**
 * A payload in the form that its sender promises.
 *
 * @throws InputError that names the place of the first thing that is wrong
 */
export function parsePayload<T>(schema: z.ZodType<T>, payload: unknown): T {
  const result = schema.safeParse(payload);
  if (!result.success) {
    const [{ path, message }] = result.error.issues;
    throw new InputError(
      `${path.length ? `${path.join('.')}: ` : 'the body: '}${message}`,
    );
  }
  return result.data;
}
