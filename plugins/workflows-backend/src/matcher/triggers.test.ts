import {
  type FoldedIncident,
  INCIDENT_STATUSES,
  type Incident,
  type OrderedIncidentEvent,
  foldIncident,
} from 'backstage-plugin-workflows-common';
import fc from 'fast-check';
import { eventContext } from './eventContext';
import { firedTriggers } from './triggers';

function folded(patch: Partial<FoldedIncident>): FoldedIncident {
  return {
    status: 'triggered',
    episode: 1,
    title: 't',
    labels: {},
    metadata: {},
    startedAt: '2026-11-22T10:00:00Z',
    ...patch,
  };
}

function incident(of: FoldedIncident): Incident {
  return {
    ...of,
    id: 'i',
    sourceId: 's',
    incidentKey: 'k',
    createdAt: '',
    updatedAt: '',
  };
}

function contextOf(before: FoldedIncident | undefined, after: FoldedIncident) {
  return eventContext({
    before: before && incident(before),
    after: incident(after),
  });
}

const created = (episode: number) => ({ type: 'incident_created', episode });
const changed = (from: string, to: string) => ({
  type: 'state_changed',
  from,
  to,
});
const updated = { type: 'incident_updated' };

describe('firedTriggers', () => {
  const open = folded({});
  const resolved = folded({ status: 'resolved' });
  const unheard = folded({ status: 'resolved', episode: 0 });

  it.each([
    ['an opening', undefined, open, [created(1)]],
    ['a resolve alone', undefined, unheard, []],
    ['an opening and its end at once', undefined, resolved, [created(1)]],
    ['a resolve', open, resolved, [changed('triggered', 'resolved'), updated]],
    ['the same again', open, open, []],
    ['another title', open, folded({ title: 'u' }), [updated]],
    ['a late opening', unheard, resolved, [created(1), updated]],
    [
      'a reopening',
      resolved,
      folded({ episode: 2 }),
      [created(2), changed('resolved', 'triggered'), updated],
    ],
    ['a late episode', open, folded({ episode: 2 }), [created(2), updated]],
  ])('of %s', (_, before, after, expected) => {
    expect(firedTriggers(contextOf(before, after))).toEqual(expected);
  });

  it.each([
    ['triggered', true],
    ['acknowledged', true],
    ['resolved', false],
    ['closed', false],
  ] as const)('fires an escalation of what is %s: %s', (status, expected) => {
    const after = incident(folded({ status }));
    const fired = firedTriggers(
      eventContext({ before: after, after, escalated: true }),
    );
    expect(fired).toEqual(expected ? [{ type: 'escalation' }] : []);
  });

  it('tells how the status changed, and what was there before', () => {
    expect(contextOf(undefined, open)).toMatchObject({
      change: { to: 'triggered' },
    });
    expect(contextOf(open, open)).toEqual({ incident: incident(open) });
    expect(contextOf(open, resolved)).toMatchObject({
      change: { from: 'triggered', to: 'resolved' },
      previous: { status: 'triggered' },
    });
    expect(contextOf(open, folded({ assignee: 'ada' })).previous).toEqual({
      assignee: null,
    });
  });
});

describe('any interleaving of an incident', () => {
  const event: fc.Arbitrary<OrderedIncidentEvent> = fc
    .record({
      at: fc.integer({ min: 0, max: 9 }),
      status: fc.option(fc.constantFrom(...INCIDENT_STATUSES), {
        nil: undefined,
      }),
      orderKey: fc.uuid(),
    })
    .map(({ at, status, orderKey }) => ({
      incidentKey: 'k',
      orderKey,
      occurredAt: new Date(at * 1_000).toISOString(),
      patch: { status },
    }));

  /** What intake does: one fold before and one after each event that is new. */
  function arrive(events: OrderedIncidentEvent[]) {
    const heard: OrderedIncidentEvent[] = [];
    const fired = events.flatMap(next => {
      if (heard.some(({ orderKey }) => orderKey === next.orderKey)) {
        return [];
      }
      const before = foldIncident(heard);
      heard.push(next);
      const after = foldIncident(heard)!;
      const triggers = firedTriggers(contextOf(before, after));
      return triggers.map(trigger => ({ before, after, trigger }));
    });
    return { fired, folded: foldIncident(heard)! };
  }

  const arrivals = fc
    .uniqueArray(event, {
      minLength: 1,
      maxLength: 8,
      selector: ({ orderKey }) => orderKey,
    })
    .chain(events =>
      fc.tuple(
        fc.constant(events),
        // Every event at least once, some twice, in any order.
        fc
          .tuple(fc.subarray(events), fc.constant(events))
          .chain(([twice, once]) => {
            const all = [...once, ...twice];
            return fc.shuffledSubarray(all, { minLength: all.length });
          }),
      ),
    );

  it('folds to the same and creates each episode exactly once', () => {
    fc.assert(
      fc.property(arrivals, ([sent, arrived]) => {
        const { fired, folded: result } = arrive(arrived);
        expect(result).toEqual(foldIncident(sent));
        expect(
          fired
            .flatMap(({ trigger }) =>
              trigger.type === 'incident_created' ? [trigger.episode] : [],
            )
            .sort((a, b) => a - b),
        ).toEqual(Array.from({ length: result.episode }, (_, i) => i + 1));
      }),
      { numRuns: 1_000 },
    );
  });

  it('fires state_changed only for what the incident really came to', () => {
    fc.assert(
      fc.property(arrivals, ([, arrived]) => {
        const changes = arrive(arrived).fired.flatMap(
          ({ before, after, trigger }) =>
            trigger.type === 'state_changed'
              ? [{ before, after, trigger }]
              : [],
        );
        expect(
          changes.map(({ trigger }) => [trigger.from, trigger.to]),
        ).toEqual(
          changes.map(({ before, after }) => [before?.status, after.status]),
        );
        expect(
          changes.filter(({ trigger: { from, to } }) => from === to),
        ).toEqual([]);
      }),
    );
  });
});
