import type { JsonValue } from '@backstage/types';
import fc from 'fast-check';
import { getPath } from '../json';
import { equalityKey } from './equalityKey';
import { evaluate } from './evaluate';
import { conditionHolds } from './holds';
import { compare } from './operators';
import {
  CONDITION_MATCHES,
  CONDITION_OPERATORS,
  type Condition,
} from './schema';

const scalar = fc.oneof(
  fc.constantFrom('a', 'b', '1', '1.0', ' 1', '1e0', 'true', '', '0', '-0'),
  fc.constantFrom(0, 1, -0, 1.5, true, false),
);
const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }));
const field = fc.constantFrom('a', 'b', 'c.d');

const { condition } = fc.letrec<{ condition: Condition }>(tie => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({
      field,
      operator: fc.constantFrom(undefined, ...CONDITION_OPERATORS),
      value,
    }) as fc.Arbitrary<Condition>,
    fc.record({
      match: fc.constantFrom(...CONDITION_MATCHES),
      conditions: fc.array(tie('condition'), { maxLength: 3 }),
    }),
  ),
}));

it('finds what evaluate explains', () => {
  const context = fc.record(
    { a: value, b: value, c: fc.record({ d: value }) },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(condition, context, (tested, seen) => {
      const read = (name: string) => getPath(seen, name);
      expect(conditionHolds(tested, read)).toBe(
        evaluate(tested, seen as Record<string, JsonValue>).holds,
      );
    }),
    { numRuns: 1_000 },
  );
});

it('gives equal values the same key', () => {
  fc.assert(
    fc.property(scalar, scalar, (a, b) => {
      fc.pre(compare('equals', a, b));
      expect(equalityKey(a)).toBe(equalityKey(b));
    }),
    { numRuns: 1_000 },
  );
});

it.each([[null], [undefined], [['a']], [{ a: 1 }]])(
  'has no key for %j',
  (value_: any) => {
    expect(equalityKey(value_)).toBeUndefined();
  },
);
