import {
  DEFAULT_RETRY_POLICY,
  type RetryPolicy,
  parseDuration,
} from 'backstage-plugin-workflows-common';

/** A receiver may ask for a pause, but not for longer than this. */
const MAX_RETRY_AFTER_MS = 24 * 3_600_000;

/**
 * The milliseconds until the next attempt, or `undefined` when there is none.
 *
 * Exponential with full jitter: random between 0 and
 * `min(maxDelay, initialDelay * factor^(attempt-1))`, so that many runs that
 * failed together do not come back together. The receiver's `Retry-After` is the
 * least, even beyond `maxDelay`.
 *
 * @param attempt - the attempts that were made so far
 * @param random - gives a number from 0 to 1
 */
export function nextRetry(
  policy: RetryPolicy | undefined,
  attempt: number,
  random: () => number,
  retryAfterMs: number = 0,
): number | undefined {
  const { attempts, initialDelay, factor, maxDelay } = {
    ...DEFAULT_RETRY_POLICY,
    ...policy,
  };
  if (attempt >= attempts) {
    return undefined;
  }
  const asked = Number.isFinite(retryAfterMs) ? retryAfterMs : 0;
  const cap = Math.min(
    parseDuration(maxDelay) ?? 0,
    (parseDuration(initialDelay) ?? 0) * factor ** (attempt - 1),
  );
  return Math.round(
    Math.max(random() * cap, Math.min(asked, MAX_RETRY_AFTER_MS)),
  );
}
