import type {
  Incident,
  IncidentContext,
  TriggerConfig,
} from 'backstage-plugin-workflows-common';
import { WorkflowIndex } from './WorkflowIndex';
import { matchIncident } from './matchIncident';
import type { FiredTrigger } from './triggers';

const created: FiredTrigger = {
  type: 'incident_created',
  episode: 1,
  onceKey: 'created',
};
const changed: FiredTrigger = {
  type: 'state_changed',
  from: 'triggered',
  to: 'resolved',
  onceKey: 'state',
};

function context(incident: Partial<Incident> = {}): IncidentContext {
  return {
    incident: {
      id: 'i',
      sourceId: 's',
      incidentKey: 'k',
      status: 'triggered',
      episode: 1,
      title: 't',
      severity: 'critical',
      labels: { 'app.kubernetes.io/name': 'shop' },
      metadata: {},
      startedAt: '',
      createdAt: '',
      updatedAt: '',
      ...incident,
    },
    entity: {
      ref: 'component:default/shop',
      spec: { lifecycle: 'production' },
    },
  };
}

function match(options: {
  trigger?: TriggerConfig;
  ownerRef?: string;
  fired?: FiredTrigger[];
  incident?: Partial<Incident>;
}) {
  const {
    trigger = { type: 'incident_created', conditions: [] },
    ownerRef = '',
    fired = [created],
  } = options;
  const index = WorkflowIndex.create({
    workflows: [{ id: 'w', name: 'w', ownerRef, version: 1, trigger }],
  });
  return matchIncident(
    { fired, context: context(options.incident) },
    index,
  ).map(({ matched, stoppedBy }) => stoppedBy ?? matched);
}

describe('matchIncident', () => {
  it('looks only at workflows of the trigger', () => {
    expect(match({ fired: [changed] })).toEqual([]);
    expect(match({ fired: [] })).toEqual([]);
    expect(match({ fired: [changed, created] })).toEqual([true]);
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

  it.each([
    [undefined, undefined, true],
    [['triggered'], ['resolved'], true],
    [['acknowledged'], undefined, 'states'],
    [undefined, ['closed'], 'states'],
    [[], undefined, 'states'],
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
    const index = WorkflowIndex.create({
      workflows: [
        {
          id: 'w',
          name: 'w',
          ownerRef: '',
          version: 1,
          trigger: {
            type: 'incident_created',
            conditions: [{ field: 'severity', value: 'warning' }],
          },
        },
      ],
    });
    const [{ explanation }] = matchIncident(
      { fired: [created], context: context() },
      index,
    );
    expect(explanation?.conditions).toEqual([
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
