/**
 * When the run began that made an effect key, in milliseconds since 1970;
 * `undefined` when it is no key of ours. A key begins with the run's id, a
 * UUIDv7, which begins with the time: nothing that has the key is older.
 */
export function startOfKey(effectKey: string): number | undefined {
  const match = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-/.exec(effectKey);
  return match ? parseInt(match[1] + match[2], 16) : undefined;
}

/** How far the clocks of two services are taken to be apart at most. */
export const CLOCKS_APART_MS = 5 * 60_000;
