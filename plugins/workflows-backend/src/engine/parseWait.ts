import type { JsonValue } from '@backstage/types';
import { LIMITS } from 'backstage-plugin-workflows-common';

/** What an action that waits gave. */
export interface Wait {
  checkAfterMs: number;
  token: JsonValue;
}

/**
 * An action's wait as it can be stored. A time that is no number would leave the
 * run waiting for ever, and a token is not cut, because it would be another.
 *
 * @throws TypeError
 */
export function parseWait({ checkAfterMs, token }: Wait): Wait {
  const text = JSON.stringify(token) ?? 'null';
  if (text.length > LIMITS.outputChars) {
    throw new TypeError(
      `The token of an action that waits may have ${LIMITS.outputChars} characters, found ${text.length}`,
    );
  }
  return {
    checkAfterMs: parseCheckAfter(checkAfterMs),
    token: JSON.parse(text),
  };
}

/** Milliseconds from an action, at most the longest delay. @throws TypeError */
export function parseCheckAfter(ms: number): number {
  if (!Number.isFinite(ms)) {
    throw new TypeError(`checkAfterMs must be a number, found ${ms}`);
  }
  return Math.min(Math.max(ms, 0), LIMITS.delayMs);
}
