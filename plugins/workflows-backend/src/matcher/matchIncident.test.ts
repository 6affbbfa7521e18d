import {
  CONDITION_MATCHES,
  CONDITION_OPERATORS,
  type Condition,
  type Incident,
  type TriggerConfig,
} from 'backstage-plugin-workflows-common';
import fc from 'fast-check';
import { context, workflow } from './__testUtils__/matchable';
import { FieldValues } from './FieldValues';
import { explainMatch, matchIncident } from './matchIncident';
import type { FiredTrigger } from './triggers';
import { WorkflowIndex } from './WorkflowIndex';

const created: FiredTrigger = { type: 'incident_created', episode: 1 };
const changed: FiredTrigger = {
  type: 'state_changed',
  from: 'triggered',
  to: 'resolved',
};

function match(options: {
  trigger?: TriggerConfig;
  ownerRef?: string;
  fired?: FiredTrigger[];
  incident?: Partial<Incident>;
}) {
  const { fired = [created], incident, ...of } = options;
  const tested = workflow(of);
  const index = WorkflowIndex.create({ workflows: [tested] });
  const seen = context(incident);
  const matches = matchIncident({ fired, context: seen }, index);
  return fired.map(one => {
    const { matched, stoppedBy } = explainMatch(tested, one, seen);
    expect(matches.some(({ fired: found }) => found === one)).toBe(matched);
    return stoppedBy ?? matched;
  });
}

describe('matchIncident', () => {
  it('looks only at workflows of the trigger', () => {
    expect(match({ fired: [changed] })).toEqual(['trigger']);
    expect(match({ fired: [] })).toEqual([]);
    expect(match({ fired: [changed, created] })).toEqual(['trigger', true]);
  });

  it.each([
    ['', {}, true],
    ['group:default/web', {}, 'scope'],
    ['group:default/web', { ownerRef: 'group:default/web' }, true],
    ['group:default/Web', { ownerRef: 'group:default/web' }, true],
    ['group:default/web', { ownerRef: 'group:default/db' }, 'scope'],
    ['group:default/web', { team: 'web' }, true],
    ['group:default/web', { team: 'WEB' }, true],
    ['group:default/web', { team: 'default/web' }, true],
    ['group:default/web', { team: 'group:default/web' }, true],
    ['group:default/web', { team: 'group:other/web' }, 'scope'],
    ['group:default/web', { team: 'webs' }, 'scope'],
    ['group:default/web', { team: '' }, 'scope'],
  ])('of the owner %j sees %j: %s', (ownerRef, incident, expected) => {
    expect(match({ ownerRef, incident })).toEqual([expected]);
  });

  it('leaves out entities that the workflow is not for', () => {
    const of = (types: string[]) =>
      match({
        trigger: {
          type: 'incident_created',
          entities: { types },
          conditions: [],
        },
      });
    expect(of(['service'])).toEqual(['scope']);
  });

  it.each([
    [undefined, undefined, true],
    [['triggered'], ['resolved'], true],
    [['acknowledged'], undefined, 'trigger'],
    [undefined, ['closed'], 'trigger'],
    [[], undefined, 'trigger'],
  ] as const)(
    'filters a change by from %j and to %j: %s',
    (from, to, expected) => {
      const trigger = {
        type: 'state_changed',
        ...(from && { from: [...from] }),
        ...(to && { to: [...to] }),
        conditions: [],
      } as TriggerConfig;
      expect(match({ trigger, fired: [changed] })).toEqual([expected]);
    },
  );

  it.each([
    [[], true],
    [[{ field: 'severity', value: 'critical' }], true],
    [[{ field: 'severity', value: 'warning' }], 'conditions'],
    [[{ field: 'entity.spec.lifecycle', value: 'production' }], true],
    [[{ field: 'labels.app.kubernetes.io/name', value: 'shop' }], true],
    [
      [
        { field: 'severity', value: 'critical' },
        { field: 'status', value: 'resolved' },
      ],
      'conditions',
    ],
  ])('wants all of %j: %s', (conditions, expected) => {
    const trigger: TriggerConfig = { type: 'incident_created', conditions };
    expect(match({ trigger })).toEqual([expected]);
  });

  it('explains what each condition saw', () => {
    const { explanation } = explainMatch(
      workflow({
        trigger: {
          type: 'incident_created',
          conditions: [{ field: 'severity', value: 'warning' }],
        },
      }),
      created,
      context(),
    );
    expect(explanation.conditions).toEqual([
      {
        field: 'severity',
        operator: 'equals',
        expected: 'warning',
        actual: 'critical',
        holds: false,
      },
    ]);
  });
});

describe('the index', () => {
  const scalar = fc.constantFrom('a', 'b', 'c', '1', '1.0', 1, true, 'true');
  const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }));
  const field = fc.constantFrom('service', 'severity', 'labels.env');
  const { condition } = fc.letrec<{ condition: Condition }>(tie => ({
    condition: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      { weight: 2, arbitrary: fc.record({ field, value: scalar }) },
      fc.record({
        field,
        operator: fc.constantFrom('in' as const),
        value: fc.array(scalar, { maxLength: 3 }),
      }),
      fc.record({
        field,
        operator: fc.constantFrom(...CONDITION_OPERATORS),
        value,
      }),
      fc.record({
        match: fc.constantFrom(...CONDITION_MATCHES),
        conditions: fc.array(tie('condition'), { maxLength: 3 }),
      }),
    ),
  }));
  const workflows = fc
    .array(
      fc.tuple(
        fc.constantFrom('incident_created', 'escalation'),
        fc.constantFrom('', 'group:default/web'),
        fc.array(condition, { maxLength: 3 }),
      ),
      { maxLength: 20 },
    )
    .map(all =>
      all.map(([type, ownerRef, conditions], index) =>
        workflow({
          id: String(index),
          ownerRef,
          trigger: { type, conditions } as TriggerConfig,
        }),
      ),
    );
  const event = fc.record(
    {
      service: value,
      severity: value,
      team: fc.constantFrom('web', 'db'),
      labels: fc.record({ env: value }),
    },
    { requiredKeys: [] },
  );

  it('finds what looking at each workflow finds', () => {
    fc.assert(
      fc.property(workflows, event, (all, incident) => {
        const seen = context(incident as Partial<Incident>);
        const fired: FiredTrigger[] = [created, { type: 'escalation' }];
        const naive = fired.flatMap(one =>
          all
            .filter(each => explainMatch(each, one, seen).matched)
            .map(({ id }) => `${one.type} ${id}`),
        );
        const index = WorkflowIndex.create({ workflows: all });
        const indexed = matchIncident({ fired, context: seen }, index).map(
          found => `${found.fired.type} ${found.workflow.id}`,
        );
        expect([...indexed].sort()).toEqual([...naive].sort());
      }),
      { numRuns: 1_000 },
    );
  });

  it('looks only at workflows that share the rarest equality', () => {
    const wants = (id: string, service: string, nested = false) => {
      const equality = { field: 'service', value: service };
      return workflow({
        id,
        trigger: {
          type: 'incident_created',
          conditions: [
            { field: 'severity', value: 'critical' },
            nested
              ? { match: 'all' as const, conditions: [equality] }
              : equality,
          ],
        },
      });
    };
    const index = WorkflowIndex.create({
      workflows: [
        wants('1', 'shop'),
        wants('2', 'bank'),
        wants('3', 'shop', true),
        workflow({
          id: '4',
          trigger: {
            type: 'incident_created',
            conditions: [
              { field: 'service', operator: 'in', value: ['bank', 'shop'] },
            ],
          },
        }),
        workflow({ id: '5' }),
      ],
    });
    const candidates = index.candidates(
      'incident_created',
      FieldValues.of(context({ service: 'shop' })),
    );
    expect(candidates.map(({ id }) => id).sort()).toEqual(['1', '3', '4', '5']);
  });
});
