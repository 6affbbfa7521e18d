import type { JsonValue } from '@backstage/types';
import type { ConditionOperator } from './schema';

type Compare = (actual: JsonValue, expected: JsonValue) => boolean;

/**
 * Whether a field's value stands in the operator's relation to the expected one.
 *
 * A missing or null field holds only for `notExists`, `notEquals` and `notIn`.
 * Text compares exactly, letter case included. Numbers compare as numbers, also when one
 * side is numeric text; otherwise `gt` and its kin compare ISO 8601 times, and
 * nothing else. On a list, `equals` and the text operators look for one element.
 *
 * @public
 */
export function compare(
  operator: ConditionOperator,
  actual: JsonValue | undefined,
  expected: JsonValue | undefined,
): boolean {
  const missing = actual === undefined || actual === null;
  switch (operator) {
    case 'exists':
      return !missing;
    case 'notExists':
      return missing;
    case 'notEquals':
      return !compare('equals', actual, expected);
    case 'notIn':
      return !compare('in', actual, expected);
    default:
  }
  if (missing || expected === undefined) {
    return false;
  }
  return COMPARE[operator](actual, expected);
}

const COMPARE: Record<
  Exclude<ConditionOperator, 'exists' | 'notExists' | 'notEquals' | 'notIn'>,
  Compare
> = {
  equals: someElement(isEqual),
  in: (actual, expected) =>
    Array.isArray(expected) &&
    expected.some(
      item => item !== undefined && someElement(isEqual)(actual, item),
    ),
  contains: (actual, expected) =>
    Array.isArray(actual)
      ? actual.some(item => item !== undefined && isEqual(item, expected))
      : onText((text, part) => text.includes(part))(actual, expected),
  startsWith: someElement(onText((text, part) => text.startsWith(part))),
  endsWith: someElement(onText((text, part) => text.endsWith(part))),
  matches: someElement(onText(matchesGlob)),
  gt: (actual, expected) => inOrder(actual, expected, sign => sign > 0),
  gte: (actual, expected) => inOrder(actual, expected, sign => sign >= 0),
  lt: (actual, expected) => inOrder(actual, expected, sign => sign < 0),
  lte: (actual, expected) => inOrder(actual, expected, sign => sign <= 0),
};

function someElement(test: Compare): Compare {
  return (actual, expected) =>
    Array.isArray(actual) && !Array.isArray(expected)
      ? actual.some(item => item !== undefined && test(item, expected))
      : test(actual, expected);
}

function onText(test: (text: string, part: string) => boolean): Compare {
  return (actual, expected) =>
    isScalar(actual) && isScalar(expected)
      ? test(String(actual), String(expected))
      : false;
}

function isScalar(value: JsonValue): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function isEqual(actual: JsonValue, expected: JsonValue): boolean {
  if (isScalar(actual) && isScalar(expected)) {
    return String(actual) === String(expected);
  }
  return JSON.stringify(actual) === JSON.stringify(expected);
}

function inOrder(
  actual: JsonValue,
  expected: JsonValue,
  holds: (sign: number) => boolean,
): boolean {
  const pair = asNumbers(actual, expected) ?? asTimes(actual, expected);
  return pair ? holds(Math.sign(pair[0] - pair[1])) : false;
}

function asNumbers(a: JsonValue, b: JsonValue): [number, number] | undefined {
  const pair = [a, b].map(value => {
    if (typeof value === 'string' && value.trim() !== '') {
      return Number(value);
    }
    return typeof value === 'number' ? value : NaN;
  });
  return pair.every(Number.isFinite) ? (pair as [number, number]) : undefined;
}

const ISO_TIME = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/;

function asTimes(a: JsonValue, b: JsonValue): [number, number] | undefined {
  const pair = [a, b].map(value =>
    typeof value === 'string' && ISO_TIME.test(value) ? Date.parse(value) : NaN,
  );
  return pair.every(Number.isFinite) ? (pair as [number, number]) : undefined;
}

/**
 * Glob with `*` (any run) and `?` (one character), over the whole text. Linear
 * in the text with one backtrack point, so that no pattern can be made slow.
 */
function matchesGlob(text: string, pattern: string): boolean {
  let at = 0;
  let glyph = 0;
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    if (pattern[glyph] === '*') {
      star = glyph++;
      resume = at;
    } else if (pattern[glyph] === '?' || pattern[glyph] === text[at]) {
      glyph++;
      at++;
    } else if (star >= 0) {
      glyph = star + 1;
      at = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[glyph] === '*') {
    glyph++;
  }
  return glyph === pattern.length;
}
