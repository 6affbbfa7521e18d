import { createHash } from 'node:crypto';
import type { SourceRequest } from 'backstage-plugin-workflows-node';

/**
 * The delivery key of senders that give none: their retries and repeats are the
 * same bytes. A key made of group, status and fingerprints would swallow the
 * resolve of one of two alerts.
 */
export function bodyDigest({ rawBody }: Pick<SourceRequest, 'rawBody'>) {
  return createHash('sha256').update(rawBody).digest('hex');
}
