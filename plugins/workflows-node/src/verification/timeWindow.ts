import { AuthenticationError } from '@backstage/errors';

/** How far a signed time may be from ours, both ways. */
const TOLERANCE_SECONDS = 300;

/**
 * Refuses what was signed long ago, so that a delivery that someone recorded
 * cannot be sent again later, and what claims to be from the future.
 *
 * @throws AuthenticationError when the time is missing, not in whole seconds
 * since 1970, or more than `toleranceSeconds` (default 300) from `now`
 * @public
 */
export function assertWithinTimeWindow(options: {
  /** As the sender wrote it. */
  seconds: string | undefined;
  now: Date;
  toleranceSeconds?: number;
}): void {
  const { seconds, now, toleranceSeconds = TOLERANCE_SECONDS } = options;
  if (!/^\d{1,12}$/.test(seconds ?? '')) {
    throw new AuthenticationError(
      'The delivery needs the time of its signature, in seconds since 1970',
    );
  }
  const distance = Math.floor(now.getTime() / 1_000) - Number(seconds);
  if (Math.abs(distance) > toleranceSeconds) {
    throw new AuthenticationError(
      `The delivery was signed ${Math.abs(distance)} seconds ${
        distance > 0 ? 'ago' : 'ahead of our clock'
      }; at most ${toleranceSeconds} are accepted`,
    );
  }
}
