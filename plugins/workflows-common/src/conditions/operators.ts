import type { JsonValue } from '@backstage/types';
import { matchesGlob } from './glob';
import { orderOf, toNumber } from './order';
import type { ConditionOperator } from './schema';

type Compare = (actual: JsonValue, expected: JsonValue) => boolean;

/**
 * Whether a field's value stands in the operator's relation to the expected one.
 *
 * A missing or null field holds only for `notExists`, `notEquals` and `notIn`.
 * Text compares exactly, letter case included. `equals` compares a number with
 * numeric text as numbers, lists and objects by what they hold. `gt` and its
 * kin compare numbers and numeric text as numbers, ISO 8601 times as times, and
 * nothing else. On a list, `equals`, `in` and the text operators look for one
 * element that holds. `matches` takes a glob of `*` and `?`.
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
    expected.some(item => someElement(isEqual)(actual, item)),
  contains: (actual, expected) =>
    Array.isArray(actual)
      ? actual.some(item => isEqual(item, expected))
      : onText((text, part) => text.includes(part))(actual, expected),
  startsWith: someElement(onText((text, part) => text.startsWith(part))),
  endsWith: someElement(onText((text, part) => text.endsWith(part))),
  matches: someElement(onText(matchesGlob)),
  gt: inOrder(order => order > 0),
  gte: inOrder(order => order >= 0),
  lt: inOrder(order => order < 0),
  lte: inOrder(order => order <= 0),
};

function someElement(test: Compare): Compare {
  return (actual, expected) =>
    Array.isArray(actual) && !Array.isArray(expected)
      ? actual.some(item => test(item, expected))
      : test(actual, expected);
}

function onText(test: (text: string, part: string) => boolean): Compare {
  return (actual, expected) =>
    isScalar(actual) && isScalar(expected)
      ? test(String(actual), String(expected))
      : false;
}

function inOrder(holds: (order: number) => boolean): Compare {
  return (actual, expected) => {
    const order = orderOf(actual, expected);
    return order !== undefined && holds(order);
  };
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** Goes only as deep as both values do; the expected one is bounded where it was saved. */
function isEqual(
  actual: JsonValue | undefined,
  expected: JsonValue | undefined,
): boolean {
  if (isScalar(actual) && isScalar(expected)) {
    return (
      String(actual) === String(expected) ||
      ((typeof actual === 'number' || typeof expected === 'number') &&
        toNumber(actual) === toNumber(expected))
    );
  }
  if (
    !actual ||
    !expected ||
    typeof actual !== 'object' ||
    typeof expected !== 'object' ||
    Array.isArray(actual) !== Array.isArray(expected)
  ) {
    return actual === expected;
  }
  const theirs = new Map(Object.entries(expected));
  const ours = Object.entries(actual);
  return (
    ours.length === theirs.size &&
    ours.every(
      ([key, item]) => theirs.has(key) && isEqual(item, theirs.get(key)),
    )
  );
}
