import type { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { evaluate } from './evaluate';
import { CONDITION_MATCHES, type Condition } from './schema';

const yes: Condition = { field: 'severity', value: 'critical' };
const no: Condition = { field: 'severity', value: 'info' };
const incident = {
  severity: 'critical',
  labels: { 'app.kubernetes.io/name': 'checkout', team: 'payments' },
  entity: { spec: { lifecycle: 'production' } },
};

it.each([
  ['all', [], true],
  ['all', [yes, yes], true],
  ['all', [yes, no], false],
  ['any', [], false],
  ['any', [no, yes], true],
  ['any', [no, no], false],
  ['none', [], true],
  ['none', [no, no], true],
  ['none', [no, yes], false],
] as const)('%s of %j holds: %s', (match, conditions, holds) => {
  expect(evaluate({ match, conditions: [...conditions] }, incident).holds).toBe(
    holds,
  );
});

it('explains every leaf with the value that it saw, branches that decided nothing included', () => {
  expect(
    evaluate(
      {
        match: 'any',
        conditions: [
          yes,
          {
            match: 'none',
            conditions: [{ field: 'team', operator: 'exists' }],
          },
          {
            field: 'labels.app.kubernetes.io/name',
            operator: 'startsWith',
            value: 'pay',
          },
        ],
      },
      incident,
    ),
  ).toEqual({
    match: 'any',
    holds: true,
    conditions: [
      {
        field: 'severity',
        operator: 'equals',
        expected: 'critical',
        actual: 'critical',
        holds: true,
      },
      {
        match: 'none',
        holds: true,
        conditions: [{ field: 'team', operator: 'exists', holds: false }],
      },
      {
        field: 'labels.app.kubernetes.io/name',
        operator: 'startsWith',
        expected: 'pay',
        actual: 'checkout',
        holds: false,
      },
    ],
  });
});

it('keeps only the beginning of a large value, and compares all of it', () => {
  const explained = evaluate(
    { field: 'description', operator: 'endsWith', value: 'end' },
    { description: `${'x'.repeat(50_000)}end` },
  );
  expect(explained).toMatchObject({ holds: true });
  expect(JSON.stringify(explained).length).toBeLessThan(1_000);
});

it('treats a value that nests too deep as missing', () => {
  let deep: JsonObject = {};
  for (let level = 0; level < 20_000; level++) {
    deep = { deep };
  }
  expect(
    evaluate({ field: 'deep', operator: 'exists' }, { deep }),
  ).toMatchObject({ holds: false });
});

it('never throws, whatever the context', () => {
  const { condition } = fc.letrec<{ condition: Condition }>(tie => ({
    condition: fc.oneof(
      { maxDepth: 3 },
      fc.record({
        field: fc.oneof(fc.string(), fc.constantFrom('a', 'a.b', '__proto__')),
        value: fc.jsonValue(),
      }),
      fc.record({
        match: fc.constantFrom(...CONDITION_MATCHES),
        conditions: fc.array(tie('condition'), { maxLength: 3 }),
      }),
    ) as fc.Arbitrary<Condition>,
  }));
  fc.assert(
    fc.property(condition, fc.jsonValue(), (tested, context) => {
      expect(typeof evaluate(tested, context as JsonObject).holds).toBe(
        'boolean',
      );
    }),
  );
});
