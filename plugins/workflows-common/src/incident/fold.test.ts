import fc from 'fast-check';
import { compareEvents, foldEvent, foldIncident } from './fold';
import {
  INCIDENT_STATUSES,
  type IncidentPatch,
  type OrderedIncidentEvent,
} from './types';

const T0 = Date.parse('2026-01-01T00:00:00Z');

function event(
  minute: number,
  patch: IncidentPatch,
  orderKey: string = `d-${minute}`,
): OrderedIncidentEvent {
  const occurredAt = new Date(T0 + minute * 60_000).toISOString();
  return { incidentKey: 'inc-1', occurredAt, orderKey, patch };
}

const at = (minute: number) => event(minute, {}).occurredAt;

const patches = fc.record(
  {
    status: fc.constantFrom(...INCIDENT_STATUSES),
    title: fc.string(),
    severity: fc.constantFrom('critical', 'warning'),
    labels: fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), fc.string()),
    metadata: fc.dictionary(
      fc.constantFrom('m', 'n', 'tickets'),
      fc.jsonValue(),
    ),
    tickets: fc.array(
      fc.record(
        {
          system: fc.constantFrom('jira', 'linear'),
          key: fc.constantFrom('A-1', 'A-2'),
          url: fc.constantFrom('https://a.example/1', 'https://a.example/2'),
          title: fc.string(),
          state: fc.string(),
        },
        { requiredKeys: ['system', 'key', 'url'] },
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<IncidentPatch>;

/** What else an event may say, of the source or of a person. */
const others = fc.record(
  {
    entityRef: fc.constantFrom(
      '',
      'component:default/a',
      'component:default/b',
    ),
    entityAnnotations: fc.dictionary(fc.constantFrom('x', 'y'), fc.string()),
    edit: fc.constant(true as const),
  },
  { requiredKeys: [] },
);

/** Many share a time, so that the order key has to decide. */
const histories = fc
  .array(fc.tuple(fc.nat(4), patches, others), { minLength: 1, maxLength: 12 })
  .map(items =>
    items.map(([minute, patch, other], index) => ({
      ...event(minute, patch, `d-${index}`),
      ...other,
    })),
  );

it('gives the same incident for any order and duplication of the events', () => {
  fc.assert(
    fc.property(
      histories.chain(events =>
        fc.tuple(
          fc.constant(events),
          fc.shuffledSubarray([...events, ...events], {
            minLength: events.length * 2,
          }),
        ),
      ),
      ([events, shuffled]) => {
        expect(foldIncident(shuffled)).toEqual(foldIncident(events));
      },
    ),
  );
});

it('is the same when only late events fold all again', () => {
  fc.assert(
    fc.property(
      histories.chain(events =>
        fc.shuffledSubarray(events, { minLength: events.length }),
      ),
      arrivals => {
        const seen: OrderedIncidentEvent[] = [];
        let last: OrderedIncidentEvent | undefined;
        let kept: ReturnType<typeof foldIncident>;
        for (const arrival of arrivals) {
          seen.push(arrival);
          if (!last || compareEvents(last, arrival) < 0) {
            kept = foldEvent(kept, arrival);
            last = arrival;
          } else {
            kept = foldIncident(seen);
          }
          // As it is read from the database the next time.
          kept = JSON.parse(JSON.stringify(kept));
          expect(kept).toEqual(JSON.parse(JSON.stringify(foldIncident(seen))));
        }
      },
    ),
  );
});

it('is moved back by no late event that says the same fields', () => {
  fc.assert(
    fc.property(histories, patches, (events, late) => {
      const newest: IncidentPatch = {
        status: 'resolved',
        title: 'newest',
        severity: 'info',
        labels: { a: 'newest', b: 'newest' },
        metadata: { m: 'newest', n: 'newest' },
      };
      const known = [...events, event(9, newest, 'newest')];
      const folded = foldIncident([...known, event(8, late, 'late')])!;
      expect(folded).toMatchObject({
        ...newest,
        resolvedAt: expect.anything(),
      });
    }),
  );
});

it('erases nothing by what an event does not say', () => {
  fc.assert(
    fc.property(histories, events => {
      const before = foldIncident(events)!;
      expect(foldIncident([...events, event(9, {}, 'silent')])).toEqual(before);
      expect(
        foldIncident([
          ...events,
          event(9, { title: undefined, labels: undefined }, 'undefined'),
        ]),
      ).toEqual(before);
    }),
  );
});

it('merges labels and metadata by key', () => {
  expect(
    foldIncident([
      event(0, { labels: { a: '1', b: '1' }, metadata: { m: { x: 1 } } }),
      event(1, { labels: { b: '2' }, metadata: { m: { y: 2 } } }),
    ]),
  ).toMatchObject({ labels: { a: '1', b: '2' }, metadata: { m: { y: 2 } } });
});

it.each<[string, IncidentPatch['status'][], object]>([
  ['opens', ['triggered'], { status: 'triggered', episode: 1 }],
  [
    'opens acknowledged',
    ['acknowledged'],
    { status: 'acknowledged', episode: 1 },
  ],
  [
    'stays in its episode while open',
    ['triggered', 'acknowledged', 'triggered'],
    { status: 'triggered', episode: 1, startedAt: at(0) },
  ],
  [
    'ends',
    ['triggered', 'resolved'],
    { status: 'resolved', episode: 1, startedAt: at(0), resolvedAt: at(1) },
  ],
  [
    'ended when it was resolved, not when it was closed',
    ['triggered', 'resolved', 'closed'],
    { status: 'closed', episode: 1, resolvedAt: at(1) },
  ],
  [
    'is a new episode when it opens again',
    ['triggered', 'resolved', 'triggered'],
    { status: 'triggered', episode: 2, startedAt: at(2) },
  ],
  [
    'has no episode when only its end was heard of',
    ['resolved'],
    { status: 'resolved', episode: 0, resolvedAt: at(0) },
  ],
  [
    'has its first episode after an end that came alone',
    ['resolved', 'triggered'],
    { status: 'triggered', episode: 1, startedAt: at(1) },
  ],
])('an incident %s', (_, statuses, expected) => {
  const folded = foldIncident(
    statuses.map((status, minute) => event(minute, { status })),
  );
  expect(folded).toMatchObject(expected);
  expect('resolvedAt' in folded!).toBe('resolvedAt' in expected);
});

it('keeps an entity that was set by hand until that is taken back', () => {
  const said = (minute: number, entityRef: string, edit?: true) => ({
    ...event(minute, {}),
    entityRef,
    ...(edit && { edit }),
  });
  const set = [
    said(0, 'component:default/a'),
    said(1, 'component:default/b', true),
    said(2, 'component:default/c'),
  ];
  expect(foldIncident(set)).toMatchObject({
    entityRef: 'component:default/c',
    entityByHand: 'component:default/b',
  });
  const back = foldIncident([...set, said(3, '', true)])!;
  expect([back.entityRef, back.entityByHand]).toEqual([
    'component:default/c',
    undefined,
  ]);
});

it('adds tickets to those that are known, whatever a source calls so', () => {
  const ticket = { system: 'jira', key: 'A-1', url: 'https://a.example/1' };
  expect(
    foldIncident([
      event(0, { tickets: [ticket], metadata: { tickets: 'mine', m: 1 } }),
      event(1, { metadata: { tickets: [] } }),
      event(2, {
        tickets: [
          { ...ticket, state: 'Done' },
          { ...ticket, key: 'A-2' },
        ],
      }),
    ])!.metadata,
  ).toEqual({
    m: 1,
    tickets: [
      { ...ticket, state: 'Done' },
      { ...ticket, key: 'A-2' },
    ],
  });
});

it('has the key for a title until a sender gives one, and the newest entity', () => {
  const opened = event(0, { status: 'triggered' });
  expect(foldIncident([opened])).toMatchObject({ title: 'inc-1' });
  expect(
    foldIncident([
      { ...event(2, {}), entityRef: 'component:default/b' },
      { ...opened, entityRef: 'component:default/a' },
      event(3, { title: 'Disk full' }),
    ]),
  ).toMatchObject({ title: 'Disk full', entityRef: 'component:default/b' });
});

it('is nothing without events', () => {
  expect(foldIncident([])).toBeUndefined();
});
