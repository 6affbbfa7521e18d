import type { JsonValue } from '@backstage/types';

/**
 * How two values are ordered: as numbers when both are numbers or numeric text,
 * else as times when both are ISO 8601; otherwise they are not.
 *
 * @returns negative, 0 or positive as for a sort, `undefined` when there is no order
 */
export function orderOf(a: JsonValue, b: JsonValue): number | undefined {
  const pair = both(a, b, toNumber) ?? both(a, b, toTime);
  return pair && pair[0] - pair[1];
}

function both(
  a: JsonValue,
  b: JsonValue,
  parse: (value: JsonValue) => number,
): [number, number] | undefined {
  const pair: [number, number] = [parse(a), parse(b)];
  return pair.every(Number.isFinite) ? pair : undefined;
}

/** A number, or numeric text (decimal only); else NaN. */
export function toNumber(value: JsonValue): number {
  if (typeof value === 'string') {
    return /^[\d\s.eE+-]*\d[\d\s.eE+-]*$/.test(value.slice(0, 64))
      ? Number(value)
      : NaN;
  }
  return typeof value === 'number' ? value : NaN;
}

const ISO_TIME = /^\d{4}-\d{2}-\d{2}(T[\d:.]{5,24}(Z|[+-]\d{2}:\d{2})?)?$/;

/** A time without a zone is UTC, so that it means the same on every machine. */
function toTime(value: JsonValue): number {
  const match = typeof value === 'string' ? ISO_TIME.exec(value) : null;
  if (!match) {
    return NaN;
  }
  return Date.parse(match[1] && !match[2] ? `${value}Z` : String(value));
}
