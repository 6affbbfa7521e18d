import type { JsonValue } from '@backstage/types';
import fc from 'fast-check';
import { compare } from './operators';
import { CONDITION_OPERATORS, type ConditionOperator } from './schema';

type Row = [JsonValue | undefined, JsonValue | undefined, boolean];

const TABLE: Record<ConditionOperator, Row[]> = {
  equals: [
    ['HIGH', 'HIGH', true],
    ['HIGH', 'high', false],
    [5, '5', true],
    [5, '5.0', true],
    ['5', '5.0', false],
    [0.1, '1e-1', true],
    ['0x10', 16, false],
    ['', 0, false],
    [true, 'true', true],
    [false, '', false],
    [['a', 'b'], 'b', true],
    [['a', 'b'], 'c', false],
    [['a', 'b'], ['a', 'b'], true],
    [['a', 'b'], ['b', 'a'], false],
    [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{}, [], false],
    [undefined, 'x', false],
    [null, null, false],
    ['x', undefined, false],
  ],
  notEquals: [
    ['HIGH', 'LOW', true],
    ['HIGH', 'HIGH', false],
    [['a', 'b'], 'b', false],
    [undefined, 'x', true],
    [null, 'x', true],
  ],
  in: [
    ['a', ['a', 'b'], true],
    ['c', ['a', 'b'], false],
    [1, ['1'], true],
    [['x', 'b'], ['a', 'b'], true],
    [['x'], ['a', 'b'], false],
    ['a', 'a', false],
    ['a', [], false],
    [undefined, ['a'], false],
  ],
  notIn: [
    ['c', ['a', 'b'], true],
    ['a', ['a', 'b'], false],
    [undefined, ['a'], true],
    [null, [], true],
  ],
  contains: [
    ['disk full', 'full', true],
    ['disk full', 'Full', false],
    ['disk', '', true],
    [1234, 23, true],
    [['a', 'b'], 'a', true],
    [['ab'], 'a', false],
    [[{ a: 1 }], { a: 1 }, true],
    [{ a: 'b' }, 'a', false],
    [undefined, '', false],
  ],
  startsWith: [
    ['prod-eu', 'prod', true],
    ['eu-prod', 'prod', false],
    [['x', 'prod-eu'], 'prod', true],
    [503, '5', true],
    [null, 'n', false],
  ],
  endsWith: [
    ['eu-prod', 'prod', true],
    ['prod-eu', 'prod', false],
    [['x-prod'], 'prod', true],
    [undefined, '', false],
  ],
  matches: [
    ['checkout-api-7f', 'checkout-*', true],
    ['my-checkout-api', 'checkout-*', false],
    ['abc', 'a?c', true],
    ['ac', 'a?c', false],
    ['a🔥c', 'a?c', true],
    ['anything', '*', true],
    ['', '*', true],
    ['', '', true],
    ['a.c', 'a.c', true],
    ['abc', 'a.c', false],
    ['aXbXc', 'a*b*c', true],
    ['[a]', '[a]', true],
    [['x', 'ab'], 'a*', true],
    [undefined, '*', false],
    ['a'.repeat(10_001), '*', false],
  ],
  gt: [
    [5, 4, true],
    [5, 5, false],
    ['10', '9', true],
    ['10', 9, true],
    ['1e3', 999, true],
    ['b', 'a', false],
    ['2026-01-02', '2026-01-01', true],
    ['2026-01-01T10:00:00Z', '2026-01-01T11:30:00+02:00', true],
    ['2026-01-01T10:00:00', '2026-01-01T09:59:59Z', true],
    ['2026-01-01', 5, false],
    [[6], 5, false],
    [true, 0, false],
    ['', -1, false],
    [undefined, 0, false],
  ],
  gte: [
    [5, 5, true],
    [4, 5, false],
    ['2026-01-01', '2026-01-01T00:00:00Z', true],
  ],
  lt: [
    [4, 5, true],
    [5, 5, false],
    [undefined, 5, false],
  ],
  lte: [
    [5, '5', true],
    [6, 5, false],
    ['a', 'b', false],
  ],
  exists: [
    ['', undefined, true],
    [0, undefined, true],
    [false, undefined, true],
    [[], undefined, true],
    [null, undefined, false],
    [undefined, undefined, false],
  ],
  notExists: [
    [null, undefined, true],
    [undefined, undefined, true],
    ['', undefined, false],
  ],
};

describe.each(CONDITION_OPERATORS)('%s', operator => {
  it.each(TABLE[operator])('%j against %j is %j', (actual, expected, holds) => {
    expect(compare(operator, actual, expected)).toBe(holds);
  });

  it('gives an answer for any JSON', () => {
    const anything = fc.option(fc.jsonValue(), { nil: undefined });
    fc.assert(
      fc.property(anything, anything, (actual, expected) => {
        const holds = compare(
          operator,
          actual as JsonValue,
          expected as JsonValue,
        );
        expect(typeof holds).toBe('boolean');
      }),
    );
  });
});

it('equality ignores the order of keys, at any depth', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      expect(compare('contains', [value as JsonValue], reversed(value))).toBe(
        true,
      );
    }),
  );
});

function reversed(value: unknown): JsonValue {
  if (Array.isArray(value)) {
    return value.map(reversed);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, item]) => [key, reversed(item)]),
      )
    : (value as JsonValue);
}
