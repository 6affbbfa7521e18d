const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const;

/** A length of time in its two largest units: `320 ms`, `12.3 s`, `4 min 12 s`, `2 d 3 h`. */
export function describeDuration(ms: number): string {
  if (ms < 1_000) {
    return `${Math.max(0, Math.round(ms))} ms`;
  }
  // Tenths are cut, not rounded, so that 59.99 s does not read as 60.0 s.
  if (ms < 60_000) {
    return `${Number((Math.floor(ms / 100) / 10).toFixed(1))} s`;
  }
  const first = UNITS.findIndex(([, size]) => ms >= size);
  const [unit, size] = UNITS[first];
  const [nextUnit, nextSize] = UNITS[first + 1];
  const rest = Math.floor((ms % size) / nextSize);
  const whole = `${Math.floor(ms / size)} ${unit}`;
  return rest > 0 ? `${whole} ${rest} ${nextUnit}` : whole;
}
