import { z } from 'zod';

const UNIT_MS = {
  s: 1_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
} as const;

const PATTERN = /^(\d{1,7})(s|min|h|d)$/;

/**
 * A length of time as engineers write it: a whole number and a unit, `30s`,
 * `5min`, `2h` or `1d`.
 *
 * @public
 */
export type Duration = string;

/**
 * Milliseconds of a {@link Duration}, or `undefined` when the text is not one.
 *
 * @public
 */
export function parseDuration(text: Duration): number | undefined {
  const match = PATTERN.exec(text);
  if (!match) {
    return undefined;
  }
  return Number(match[1]) * UNIT_MS[match[2] as keyof typeof UNIT_MS];
}

/**
 * Schema of a {@link Duration} of at least `minMs` (default 0) and at most
 * `maxMs` milliseconds.
 *
 * @public
 */
export function durationSchema(maxMs: number, minMs: number = 0) {
  return z
    .string()
    .regex(PATTERN, 'must be a duration such as 30s, 5min, 2h or 1d')
    .refine(text => (parseDuration(text) ?? minMs) >= minMs, {
      message: `must be at least ${formatDuration(minMs)}`,
    })
    .refine(text => (parseDuration(text) ?? minMs) <= maxMs, {
      message: `must be at most ${formatDuration(maxMs)}`,
    })
    .meta({ 'x-workflows-field': 'duration' });
}

/**
 * The shortest {@link Duration} of a whole unit for a number of milliseconds.
 *
 * @public
 */
export function formatDuration(ms: number): Duration {
  const unit = (['d', 'h', 'min'] as const).find(
    name => ms >= UNIT_MS[name] && ms % UNIT_MS[name] === 0,
  );
  return unit ? `${ms / UNIT_MS[unit]}${unit}` : `${Math.round(ms / 1_000)}s`;
}
