import type { Millis } from './rows';

/** A time column as milliseconds. */
export function toMillis(value: Millis): number {
  return Number(value);
}

/** A time column as the API shows it: ISO 8601, UTC. */
export function toIso(value: Millis): string {
  return new Date(Number(value)).toISOString();
}

/** {@link toIso} of a column that may be null. */
export function toOptionalIso(
  value: Millis | null | undefined,
): string | undefined {
  return value === null || value === undefined ? undefined : toIso(value);
}

/** A JSON column. */
export function fromJson<T>(text: string): T {
  return JSON.parse(text) as T;
}

/** {@link fromJson} of a column that may be null. */
export function fromOptionalJson<T>(
  text: string | null | undefined,
): T | undefined {
  return text === null || text === undefined ? undefined : fromJson<T>(text);
}
