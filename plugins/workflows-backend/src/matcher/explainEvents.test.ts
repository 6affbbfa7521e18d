import type {
  ExplainedEvent,
  Incident,
  TriggerConfig,
  WorkflowDefinition,
} from 'backstage-plugin-workflows-common';
import { context } from './__testUtils__/matchable';
import { eventContext } from './eventContext';
import {
  type Recorded,
  type StoredEvent,
  type StoredRun,
  explainEvents,
} from './explainEvents';

const SECOND = 1_000;
const iso = (seconds: number) => new Date(seconds * SECOND).toISOString();

function definition(
  trigger: TriggerConfig,
  settings: WorkflowDefinition['settings'] = {},
): WorkflowDefinition {
  return { schemaVersion: 1, nodes: [], edges: [], trigger, settings };
}

const created: TriggerConfig = {
  type: 'incident_created',
  conditions: [{ field: 'severity', value: 'critical' }],
};

/** Events of an incident at 100, 200 and so on, in seconds. */
function events(...said: Partial<Incident>[]): StoredEvent[] {
  let before: Incident | undefined;
  return said.map((patch, index) => {
    const at = (index + 1) * 100;
    const after: Incident = {
      ...(before ?? context({ startedAt: iso(at) }).incident),
      ...patch,
    };
    const event = {
      id: `e${index + 1}`,
      occurredAt: iso(at),
      receivedMs: at * SECOND,
      context: eventContext({ before, after }),
    };
    before = after;
    return event;
  });
}

type Change = [at: number, change: string, version?: number];

function explain(options: {
  changes?: Change[];
  definitions?: WorkflowDefinition[];
  ownerRef?: string;
  events?: StoredEvent[];
  runs?: Partial<StoredRun>[];
  now?: number;
}) {
  const {
    changes = [
      [1, 'published', 1],
      [2, 'enabled'],
    ],
    definitions = [definition(created)],
    runs = [],
  } = options;
  const recorded: Recorded = {
    history: {
      id: 'w',
      name: 'w',
      ownerRef: options.ownerRef ?? '',
      createdMs: 1 * SECOND,
      changes: changes.map(([at, change, version]) => ({
        change,
        version: version ?? null,
        atMs: at * SECOND,
      })),
      definitions: new Map(definitions.map((one, at) => [at + 1, one])),
    },
    events: options.events ?? events({}),
    runs: runs.map(run => ({
      id: 'r',
      eventId: null,
      trigger: 'incident_created',
      onceKey: null,
      status: 'COMPLETED',
      reason: null,
      ...run,
    })),
    nowMs: (options.now ?? 10_000) * SECOND,
  };
  return explainEvents(recorded);
}

const outcomes = (of: Parameters<typeof explain>[0]) =>
  explain(of).map(({ outcome }) => outcome);

it('says what is on record', () => {
  expect(
    explain({
      runs: [{ eventId: 'e1', status: 'FAILED' }],
    }),
  ).toMatchObject([
    { outcome: 'ran', executionId: 'r', executionStatus: 'FAILED' },
  ]);
  expect(
    explain({
      runs: [{ eventId: 'e1', status: 'SKIPPED', reason: 'a circle' }],
    }),
  ).toMatchObject([{ outcome: 'skipped', reason: 'a circle' }]);
  // By hand is another matter.
  expect(outcomes({ runs: [{ eventId: 'e1', trigger: 'manual' }] })).toEqual([
    'removed',
  ]);
});

it.each<[Change[], ExplainedEvent['outcome']]>([
  [[], 'not_published'],
  [[[1, 'published', 1]], 'disabled'],
  [
    [
      [1, 'published', 1],
      [2, 'enabled'],
      [99, 'disabled'],
    ],
    'disabled',
  ],
  [
    [
      [1, 'published', 1],
      [101, 'enabled'],
    ],
    'disabled',
  ],
  [
    [
      [1, 'published', 1],
      [2, 'enabled'],
      [50, 'deleted'],
    ],
    'deleted',
  ],
  [
    [
      [1, 'published', 1],
      [2, 'enabled'],
      [3, 'disabled'],
      [99, 'enabled'],
    ],
    'removed',
  ],
])('knows what ran then, after %j: %s', (changes, outcome) => {
  expect(outcomes({ changes })).toEqual([outcome]);
});

it('goes by the version that was published then', () => {
  const [first, second] = explain({
    changes: [
      [1, 'published', 1],
      [2, 'enabled'],
      [150, 'published', 2],
    ],
    definitions: [
      definition({ type: 'escalation', conditions: [] }),
      definition({ type: 'incident_updated', conditions: [] }),
    ],
    events: events({}, { title: 'new' }),
  });
  expect(first).toMatchObject({ version: 1, outcome: 'other_trigger' });
  expect(second).toMatchObject({ version: 2, outcome: 'removed' });
});

it('says which leaf said no with which value', () => {
  const [{ outcome, conditions }] = explain({
    events: events({ severity: 'warning' }),
  });
  expect(outcome).toBe('conditions');
  expect(conditions?.conditions).toMatchObject([
    {
      field: 'severity',
      expected: 'critical',
      actual: 'warning',
      holds: false,
    },
  ]);
});

it('says that it is for others', () => {
  expect(explain({ ownerRef: 'group:default/web' })).toMatchObject([
    { outcome: 'scope', scope: { reason: 'other_owner' } },
  ]);
});

it('says that it was not such a change', () => {
  expect(
    outcomes({
      definitions: [
        definition({ type: 'state_changed', to: ['closed'], conditions: [] }),
      ],
      events: events({}, { status: 'resolved' }, { title: 'new' }),
    }),
  ).toEqual(['other_trigger', 'trigger', 'other_trigger']);
});

it('gives the key of what ran once before', () => {
  const [, second] = explain({
    definitions: [
      definition(
        { type: 'incident_updated', conditions: [] },
        { once: { per: 'incident' } },
      ),
    ],
    events: events({}, { title: 'a' }),
  });
  expect(second).toMatchObject({ onceKey: 'incident:i' });
});

it('leaves to people what they start', () => {
  expect(
    outcomes({ definitions: [definition({ type: 'manual', conditions: [] })] }),
  ).toEqual(['by_hand']);
});

describe('an age', () => {
  const age = (longerThan: string, more: object = {}) =>
    definition({
      type: 'age',
      state: 'unacknowledged',
      longerThan,
      conditions: [],
      ...more,
    });
  const said = events({}, { title: 'a' }, { status: 'acknowledged' });
  const of = (more: Parameters<typeof explain>[0]) =>
    explain({ events: said, ...more }).map(({ outcome, reachedAt }) =>
      reachedAt ? [outcome, Date.parse(reachedAt) / SECOND] : [outcome],
    );

  it('is reached in the time after an event', () => {
    expect(of({ definitions: [age('150s')] })).toEqual([
      ['age_not_reached', 250],
      ['removed', 250],
      ['other_trigger'],
    ]);
  });

  it('is not reached when the state ends before', () => {
    expect(of({ definitions: [age('5min')] })).toEqual([
      ['age_not_reached', 400],
      ['age_not_reached', 400],
      ['other_trigger'],
    ]);
  });

  it('asks the conditions as they were then', () => {
    const conditions = [{ field: 'title', value: 'a' }];
    expect(of({ definitions: [age('50s', { conditions })] })).toEqual([
      ['conditions', 150],
      ['other_trigger'],
      ['other_trigger'],
    ]);
  });

  it('does not count what was there before it was enabled', () => {
    const changes: Change[] = [
      [1, 'published', 1],
      [110, 'enabled'],
    ];
    const definitions = [age('50s')];
    expect(of({ changes, definitions })[0]).toEqual(['age_before']);
    const including = [age('5s', { includeExisting: true })];
    expect(of({ changes, definitions: including })[0]).toEqual([
      'removed',
      110,
    ]);
  });

  it('sees what was disabled meanwhile', () => {
    const changes: Change[] = [
      [1, 'published', 1],
      [2, 'enabled'],
      [120, 'disabled'],
    ];
    expect(of({ changes, definitions: [age('50s')] })).toEqual([
      ['age_not_reached', 150],
      ['disabled'],
      ['disabled'],
    ]);
  });
});
