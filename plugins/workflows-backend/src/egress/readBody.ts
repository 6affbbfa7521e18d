import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream';
import zlib from 'node:zlib';

/** Bytes of an answer that are kept, counted after inflating. */
export const MAX_BODY_BYTES = 1024 * 1024;

const DECODERS: Record<string, () => Transform> = {
  gzip: zlib.createGunzip,
  'x-gzip': zlib.createGunzip,
  deflate: zlib.createInflate,
  br: zlib.createBrotliDecompress,
};

/**
 * The text of an answer, inflated, and read only as far as the cap: 300 kB of
 * gzip may be 300 MB. An encoding that is not known gives no text and counts as
 * cut, because the status says what matters; so does a body that is not what its
 * encoding says.
 */
export async function readBody(
  body: Readable,
  encoding: string | undefined,
): Promise<{ text: string; truncated: boolean }> {
  const plain = decoded(body, encoding?.trim().toLowerCase());
  if (!plain) {
    return { text: '', truncated: true };
  }
  const chunks: Buffer[] = [];
  let left = MAX_BODY_BYTES;
  let truncated = false;
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      chunks.push(chunk.subarray(0, left));
      truncated = chunk.length > left;
      left -= chunk.length;
      if (truncated) {
        break;
      }
    }
  } catch (error) {
    if (plain === body || body.errored) {
      throw error;
    }
    truncated = true;
  }
  return { text: Buffer.concat(chunks).toString('utf8'), truncated };
}

function decoded(body: Readable, encoding = 'identity'): Readable | undefined {
  if (encoding === 'identity' || encoding === '') {
    return body;
  }
  const decoder = DECODERS[encoding]?.();
  // An error of either side ends the other; the reader sees it as its own.
  return decoder && pipeline(body, decoder, () => {});
}
