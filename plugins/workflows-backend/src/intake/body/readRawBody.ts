import type { Request } from 'express';
import { PayloadTooLargeError, SenderGoneError } from '../hookErrors';

/**
 * The bytes of a request, never more than `limit` of them in memory: the rest of
 * a larger body is not read.
 *
 * @throws PayloadTooLargeError
 * @throws SenderGoneError when the connection ends first
 */
export function readRawBody(request: Request, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    throw new PayloadTooLargeError(limit);
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        request.off('data', onData);
        request.pause();
        chunks.length = 0;
        reject(new PayloadTooLargeError(limit));
      } else {
        chunks.push(chunk);
      }
    };
    request.on('data', onData);
    request.once('end', () => resolve(Buffer.concat(chunks)));
    const gone = (cause?: Error) =>
      reject(
        new SenderGoneError(
          'The sender hung up before the end of the body',
          cause,
        ),
      );
    request.once('error', gone);
    request.once('close', () => gone());
  });
}
