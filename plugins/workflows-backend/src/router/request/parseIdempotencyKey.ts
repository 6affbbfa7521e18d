import { InputError } from '@backstage/errors';
import type { Request } from 'express';

/**
 * By what a repeated request is known; `undefined` when the caller names none.
 *
 * @throws InputError when the header holds what no key is
 */
export function parseIdempotencyKey(request: Request): string | undefined {
  const header = request.header('idempotency-key');
  if (header !== undefined && !/^[!-~]{1,255}$/.test(header)) {
    throw new InputError(
      'The header Idempotency-Key must be 1 to 255 visible ASCII characters',
    );
  }
  return header;
}
