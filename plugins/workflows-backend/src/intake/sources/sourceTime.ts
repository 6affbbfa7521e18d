import { InputError } from '@backstage/errors';
import { z } from 'zod';

const ISO_TIME = z.iso.datetime({ offset: true });

/**
 * A sender's time in ISO 8601, with any offset and precision, as ours.
 *
 * @throws InputError with the path when it is not one
 */
export function isoTime(text: string, path: string): string {
  if (!ISO_TIME.safeParse(text).success) {
    throw notATime(text, path, 'ISO 8601 with its offset');
  }
  return storable(Date.parse(text), text, path);
}

/**
 * Seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by
 * size, with or without a fraction. Nanoseconds are beyond what a number holds
 * exactly, and arrive as their digits.
 *
 * @throws InputError with the path when it is not one
 */
export function epochTime(value: string, path: string): string {
  if (!/^\d{1,19}(\.\d+)?$/.test(value)) {
    throw notATime(value, path, 'since 1970');
  }
  const integerDigits = value.split('.')[0].length;
  const unit = UNITS.find(({ digits }) => integerDigits <= digits)!;
  // The division may miss a whole millisecond by a hair.
  const ms = Math.round((Number(value) / unit.perMs) * 1_000) / 1_000;
  return storable(ms, value, path);
}

/** From 5138 on, seconds would be taken for milliseconds, and so on. */
const UNITS = [
  { digits: 11, perMs: 1 / 1_000 },
  { digits: 14, perMs: 1 },
  { digits: 17, perMs: 1_000 },
  { digits: 19, perMs: 1_000_000 },
];

function storable(ms: number, text: string, path: string): string {
  // Only four-digit years are what the rest of the world reads as ISO 8601.
  if (!(ms >= 0 && ms < Date.UTC(10_000, 0))) {
    throw notATime(text, path, 'between 1970 and 9999');
  }
  return new Date(ms).toISOString();
}

function notATime(text: string, path: string, form: string): InputError {
  return new InputError(
    `${path}: '${text.slice(0, 100)}' is not a time ${form}`,
  );
}
