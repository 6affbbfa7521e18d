import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Whether two texts are the same, in a time that tells nothing of where they
 * differ. What is compared are digests, which are of one length, so texts of
 * different lengths are unequal like any others and nothing throws.
 *
 * @public
 */
export function equalsInConstantTime(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

/**
 * Whether a text is one of several. All of them are looked at, so that the time
 * does not tell which it was.
 *
 * @public
 */
export function isOneOfInConstantTime(
  presented: string,
  candidates: readonly string[],
): boolean {
  return candidates.reduce(
    (found, candidate) => equalsInConstantTime(presented, candidate) || found,
    false,
  );
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
