/**
 * A `Retry-After` header in milliseconds from now: seconds, or an HTTP date (RFC
 * 9110, 10.2.3). `undefined` when it is neither; 0 when the date is over.
 */
export function parseRetryAfter(
  value: string | undefined,
  nowMs: number,
): number | undefined {
  if (value === undefined) {
    return undefined;
  }
  if (/^\d{1,9}$/.test(value.trim())) {
    return Number(value) * 1_000;
  }
  // Date.parse alone takes much that is no HTTP date, such as "2".
  const date = /^[A-Za-z]{3,9},? /.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}
