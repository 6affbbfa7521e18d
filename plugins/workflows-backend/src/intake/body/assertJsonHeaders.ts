import type { Request } from 'express';
import { UnsupportedMediaTypeError } from '../hookErrors';

const JSON_TYPE = /^application\/(json|[a-z0-9.+-]+\+json)$/;

/**
 * A body is plain JSON by its headers; a type that is not said counts as JSON.
 *
 * @throws UnsupportedMediaTypeError
 */
export function assertJsonHeaders(headers: Request['headers']): void {
  const encoding = headers['content-encoding']?.trim().toLowerCase();
  if (encoding && encoding !== 'identity') {
    throw new UnsupportedMediaTypeError(
      `The content encoding '${encoding.slice(
        0,
        50,
      )}' is not supported; send the body uncompressed`,
    );
  }
  const type = headers['content-type']?.split(';')[0].trim().toLowerCase();
  if (type && !JSON_TYPE.test(type)) {
    throw new UnsupportedMediaTypeError(
      `The content type '${type.slice(
        0,
        100,
      )}' is not JSON; send application/json`,
    );
  }
}
