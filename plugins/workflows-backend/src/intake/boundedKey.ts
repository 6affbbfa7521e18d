import { createHash } from 'node:crypto';
import { storableText } from '../database/storableText';

/**
 * A sender's key in at most `maxBytes` bytes: a longer one by its digest, since
 * a cut one could be another's.
 */
export function boundedKey(key: string, maxBytes: number): string {
  const text = storableText(key);
  return Buffer.byteLength(text) <= maxBytes
    ? text
    : `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
