import { DateTime } from 'luxon';

/** A moment in the reader's zone, to the second and with the zone's name. */
export function absoluteTime(iso: string): string {
  const time = DateTime.fromISO(iso);
  return time.isValid ? time.toFormat('d LLL yyyy, HH:mm:ss ZZZZ') : iso;
}

/** The time of day to the millisecond, for things that happen within one run. */
export function clockTime(iso: string): string {
  const time = DateTime.fromISO(iso);
  return time.isValid ? time.toFormat('HH:mm:ss.SSS') : iso;
}
