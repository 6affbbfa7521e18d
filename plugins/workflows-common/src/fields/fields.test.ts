import type { JsonObject, JsonValue } from '@backstage/types';
import { compare } from '../conditions/operators';
import { type FIELD_TYPES, operatorsFor } from './descriptor';
import { KNOWN_FIELDS, isKnownField } from './knownFields';
import { seenFields } from './seenFields';

function context(more: JsonObject = {}): JsonObject {
  return {
    status: 'triggered',
    severity: 'critical',
    title: 'Checkout is slow',
    labels: { app: 'checkout', 'app.kubernetes.io/part-of': 'shop' },
    metadata: { count: 3, urgent: true, details: { region: 'eu' } },
    startedAt: '2026-01-01T00:00:00Z',
    entity: {
      ref: 'component:default/checkout',
      metadata: {
        name: 'checkout',
        tags: ['go', 'tier-1'],
        labels: { a: 'b' },
      },
      spec: { type: 'service', lifecycle: 'production' },
    },
    ...more,
  };
}

const find = (contexts: JsonObject[], path: string) =>
  seenFields(contexts).find(field => field.path === path);

describe('seenFields', () => {
  it('gives the known fields without incidents', () => {
    expect(seenFields([])).toEqual(KNOWN_FIELDS);
  });

  it('counts values, the most frequent first', () => {
    const contexts = [
      context(),
      context({ severity: 'warning' }),
      context({ severity: 'warning' }),
    ];
    expect(find(contexts, 'severity')?.values).toEqual([
      { value: 'warning', count: 2 },
      { value: 'critical', count: 1 },
    ]);
    expect(find(contexts, 'entity.spec.lifecycle')?.values).toEqual([
      { value: 'production', count: 3 },
    ]);
    expect(find(contexts, 'entity.metadata.tags')?.values).toHaveLength(2);
  });

  it.each([
    ['labels.app', 'text', 'app'],
    ['labels.app.kubernetes.io/part-of', 'text', 'app.kubernetes.io/part-of'],
    ['metadata.count', 'number', 'count'],
    ['metadata.urgent', 'boolean', 'urgent'],
    ['metadata.details.region', 'text', 'details.region'],
    ['entity.metadata.labels.a', 'text', 'metadata.labels.a'],
  ])('finds %s, which only incidents know', (path, type, title) => {
    expect(find([context()], path)).toMatchObject({
      type,
      title,
      operators: operatorsFor(type as 'text'),
      values: [expect.objectContaining({ count: 1 })],
    });
  });

  it('offers no values that are different each time, long, or times', () => {
    const long = context({ severity: 'x'.repeat(121) });
    for (const path of ['title', 'startedAt', 'severity']) {
      expect(find([long], path)).not.toHaveProperty('values');
    }
  });

  it('is bounded, however much incidents hold', () => {
    const labels = (from: number) =>
      Object.fromEntries(
        Array.from({ length: 1_000 }, (_, i) => [`l${from + i}`, `v${i}`]),
      );
    const contexts = Array.from({ length: 50 }, (_, i) =>
      context({
        service: `s${i}`,
        labels: { ...labels(0), often: 'yes' },
        metadata: { a: { b: { c: { d: { e: 1 } } } } },
      }),
    );
    contexts.push(context({ labels: labels(1_000) }));
    const fields = seenFields(contexts);
    expect(fields.length).toBeLessThanOrEqual(KNOWN_FIELDS.length + 300);
    expect(fields.find(({ path }) => path === 'service')?.values).toHaveLength(
      20,
    );
    expect(fields.some(({ path }) => path === 'labels.l1')).toBe(true);
    expect(fields.some(({ path }) => path === 'labels.l1500')).toBe(false);
    expect(fields.some(({ path }) => path.includes('.a.b.c.d'))).toBe(false);
  });
});

describe('isKnownField', () => {
  it.each([
    ['severity', true],
    ['labels.app', true],
    ['metadata.a.b', true],
    ['entity.spec.type', true],
    ['entity.anything', true],
    ['steps.ask.output', true],
    ['sevrity', false],
    ['severity.name', false],
    ['incident.severity', false],
    ['label.app', false],
  ])('%s: %s', (path, known) => {
    expect(isKnownField(path)).toBe(known);
  });
});

const EXAMPLES: Array<{
  type: (typeof FIELD_TYPES)[number];
  actual: JsonValue;
  same: JsonValue;
  less?: JsonValue;
  more?: JsonValue;
}> = [
  { type: 'text', actual: 'ab', same: 'ab' },
  { type: 'number', actual: 5, same: 5, less: 4, more: 6 },
  { type: 'boolean', actual: true, same: true },
  {
    type: 'time',
    actual: '2026-01-01',
    same: '2026-01-01',
    less: '2025-01-01',
    more: '2027-01-01',
  },
  { type: 'list', actual: ['ab', 'c'], same: 'ab' },
  { type: 'object', actual: { a: 1 }, same: { a: 1 } },
];

it.each(EXAMPLES)(
  'has operators for $type that can hold',
  ({ type, actual, same, less, more }) => {
    const expected: Record<string, JsonValue | undefined> = {
      in: [same],
      notIn: [same],
      gt: less,
      lt: more,
    };
    for (const operator of operatorsFor(type)) {
      const value = expected[operator] ?? same;
      expect([operator, compare(operator, actual, value)]).toEqual([
        operator,
        !operator.startsWith('not'),
      ]);
    }
  },
);
