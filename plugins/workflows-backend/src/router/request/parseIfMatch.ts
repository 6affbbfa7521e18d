import { InputError } from '@backstage/errors';
import type { Request } from 'express';

/**
 * The version that an edit is based on.
 *
 * @throws InputError when the header is missing or holds no version
 */
export function parseIfMatch(request: Request): number {
  const header = request.header('if-match');
  const match = /^"([1-9]\d{0,8})"$/.exec(header ?? '');
  if (!match) {
    throw new InputError(
      `The header If-Match must hold the version that the edit is based on, for example "3" in double quotes; it ${
        header === undefined ? 'is missing' : 'holds something else'
      }`,
    );
  }
  return Number(match[1]);
}
