/* eslint-disable jest/no-export -- the tests of all sources are made here */
import { toError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import { incidentEventSchema } from 'backstage-plugin-workflows-common';
import type { IncidentSource } from 'backstage-plugin-workflows-node';
import fc from 'fast-check';

/** What stands where something else was expected. */
const OTHER_VALUES = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  fc.constantFrom<JsonValue>(null, '', [], {}, 0, -1, true, 'x', '{{ x }}'),
  fc.constantFrom<JsonValue>('9'.repeat(400), 1e308, '2026-13-45T99:99:99Z'),
  fc.constantFrom<JsonValue>([null], [[]], [{}], { __proto__: null, id: {} }),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonValue>,
);

interface Mutation {
  /** Which child to go to at each level, as a share of how many there are. */
  way: number[];
  value: JsonValue | undefined;
}

/**
 * However a sender's bodies are disfigured, the source gives events that are
 * sound, a reason to ignore it, or an InputError that says where; never another
 * error, and never a way into an object's prototype.
 */
export function testDisfiguredDeliveries(options: {
  source: () => IncidentSource;
  bodies: Record<string, JsonValue>;
  headers?: Record<string, string>;
}): void {
  const mutations = fc.array(
    fc.record<Mutation>({
      way: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), {
        minLength: 1,
        maxLength: 8,
      }),
      value: OTHER_VALUES,
    }),
    { minLength: 1, maxLength: 4 },
  );

  it.each(Object.keys(options.bodies))(
    'makes sense of %s disfigured, or says where it cannot',
    name => {
      expect.hasAssertions();
      const source = options.source();
      fc.assert(
        fc.property(mutations, changes => {
          const body = changes.reduce(
            mutate,
            structuredClone(options.bodies[name]),
          );
          expectSoundOutcome(source, body, options.headers ?? {});
        }),
        { numRuns: 500 },
      );
    },
  );
}

function expectSoundOutcome(
  source: IncidentSource,
  body: JsonValue,
  headers: Record<string, string>,
) {
  try {
    const { events, ignored } = source.normalise({
      headers,
      body,
      receivedAt: '2026-11-22T12:00:00.000Z',
    });
    expect(Boolean(events?.length) !== Boolean(ignored)).toBe(true);
    events?.forEach(event => incidentEventSchema.parse(event));
  } catch (error) {
    const { name, message } = toError(error);
    expect([name, message]).toEqual([
      'InputError',
      expect.stringMatching(/^(the body|[\w.-]+): ./),
    ]);
  }
}

function mutate(body: JsonValue, { way, value }: Mutation): JsonValue {
  let place = body;
  for (const [level, share] of way.entries()) {
    if (place === null || typeof place !== 'object') {
      return body;
    }
    const keys = Object.keys(place);
    const key = keys[Math.floor(share * keys.length)];
    const parent = place as Record<string, JsonValue>;
    const child = parent[key];
    if (
      level === way.length - 1 ||
      child === null ||
      typeof child !== 'object'
    ) {
      if (value === undefined) {
        delete parent[key];
      } else if (key !== undefined) {
        parent[key] = value;
      }
      return body;
    }
    place = child;
  }
  return body;
}
