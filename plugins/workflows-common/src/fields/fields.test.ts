import type { JsonObject } from '@backstage/types';
import { compare } from '../conditions/operators';
import { FIELD_TYPES, operatorsFor } from './descriptor';
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

it.each(FIELD_TYPES)('has operators for %s that can hold', type => {
  const example = {
    text: 'ab',
    number: 5,
    boolean: true,
    time: '2026-01-01T00:00:00Z',
    list: ['ab'],
    object: { a: 1 },
  }[type];
  const fitting = {
    in: [example],
    gt: type === 'time' ? '2025-01-01T00:00:00Z' : 4,
  };
  for (const operator of operatorsFor(type)) {
    const negative = operator.startsWith('not');
    const expected =
      operator === 'in' || operator === 'notIn'
        ? [type === 'list' ? 'ab' : example]
        : operator === 'gt'
        ? fitting.gt
        : operator === 'lt'
        ? type === 'time'
          ? '2027-01-01T00:00:00Z'
          : 6
        : type === 'list'
        ? 'ab'
        : example;
    expect([operator, compare(operator, example, expected)]).toEqual([
      operator,
      !negative,
    ]);
  }
});
