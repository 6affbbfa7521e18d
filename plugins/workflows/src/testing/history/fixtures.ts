import type {
  ExecutionStep,
  Incident,
  IncidentDetail,
  IncidentTimelineEntry,
  WorkflowExecution,
  WorkflowExecutionDetail,
  WorkflowSummary,
} from 'backstage-plugin-workflows-common';

/** Everything that a careless view would run, parse or fill in. */
export const HOSTILE_TITLE = `<script>alert("x")</script> {{ secrets.TOKEN }} $t(history.list.retry) 'quoted' "twice" \\ & <b>bold</b>`;

export function anIncident(overrides: Partial<Incident> = {}): Incident {
  return {
    id: '019a0000-0000-7000-8000-00000000000a',
    sourceId: 'alertmanager',
    incidentKey: 'fp-1',
    status: 'triggered',
    episode: 1,
    title: 'Checkout is slow',
    severity: 'critical',
    service: 'checkout',
    labels: { alertname: 'HighLatency', service: 'checkout' },
    metadata: {},
    url: 'https://alerts.example.com/1',
    entityRef: 'component:default/checkout',
    ownerRef: 'group:default/payments',
    startedAt: '2026-11-22T10:00:00.000Z',
    createdAt: '2026-11-22T10:00:01.000Z',
    updatedAt: '2026-11-22T10:05:00.000Z',
    ...overrides,
  };
}

export function anIncidentDetail(
  overrides: Partial<IncidentDetail> = {},
): IncidentDetail {
  return {
    ...anIncident(),
    editable: true,
    ...overrides,
  };
}

/** The acknowledgement of an incident that a run was started for, newest first. */
export function aTimeline(): IncidentTimelineEntry[] {
  return [
    {
      id: 'event-2',
      occurredAt: '2026-11-22T10:05:00.000Z',
      receivedAt: '2026-11-22T10:05:01.000Z',
      event: {
        incidentKey: 'fp-1',
        occurredAt: '2026-11-22T10:05:00.000Z',
        patch: { status: 'acknowledged', title: 'Checkout is slow' },
      },
      changes: [{ field: 'status', from: 'triggered', to: 'acknowledged' }],
      actorRef: 'user:default/ada',
      executions: [],
    },
    {
      id: 'event-1',
      occurredAt: '2026-11-22T10:00:00.000Z',
      receivedAt: '2026-11-22T10:00:01.000Z',
      event: {
        incidentKey: 'fp-1',
        occurredAt: '2026-11-22T10:00:00.000Z',
        patch: { status: 'triggered', title: 'Checkout is slow' },
      },
      changes: [
        { field: 'status', to: 'triggered' },
        { field: 'title', to: 'Checkout is slow' },
        { field: 'labels.pod', to: 'web-1' },
      ],
      deliveryId: 'delivery-1',
      executions: [
        {
          id: '019a0000-0000-7000-8000-000000000001',
          workflowId: '019a0000-0000-7000-8000-0000000000f1',
          workflowName: 'Announce and escalate',
          status: 'COMPLETED',
        },
      ],
    },
  ];
}

export function anExecution(
  overrides: Partial<WorkflowExecution> = {},
): WorkflowExecution {
  return {
    id: '019a0000-0000-7000-8000-000000000001',
    workflowId: '019a0000-0000-7000-8000-0000000000f1',
    workflowName: 'Announce and escalate',
    version: 3,
    incidentId: '019a0000-0000-7000-8000-00000000000a',
    incidentTitle: 'Checkout is slow',
    entityRef: 'component:default/checkout',
    ownerRef: 'group:default/payments',
    status: 'COMPLETED',
    mode: 'real',
    trigger: 'incident_created',
    activeMs: 1_240,
    createdAt: '2026-11-22T10:00:02.000Z',
    startedAt: '2026-11-22T10:00:02.100Z',
    finishedAt: '2026-11-22T10:00:33.340Z',
    ...overrides,
  };
}

export function aStep(overrides: Partial<ExecutionStep> = {}): ExecutionStep {
  return {
    id: `step-${overrides.nodeId ?? 'announce'}`,
    executionId: '019a0000-0000-7000-8000-000000000001',
    nodeId: 'announce',
    state: 'completed',
    attempts: [],
    startedAt: '2026-11-22T10:00:02.200Z',
    finishedAt: '2026-11-22T10:00:02.520Z',
    ...overrides,
  };
}

/** trigger → announce → still-open? → (true) escalate, (false) note */
export function anExecutionDetail(
  overrides: Partial<WorkflowExecutionDetail> = {},
): WorkflowExecutionDetail {
  const webhook = (url: string) =>
    ({ actionType: 'webhook', config: { method: 'POST', url } } as const);
  const position = { x: 0, y: 0 };
  return {
    ...anExecution(),
    definition: {
      schemaVersion: 1,
      trigger: { type: 'incident_created', conditions: [] },
      settings: {},
      nodes: [
        {
          id: 'start',
          type: 'trigger',
          position,
          data: { label: 'Critical incident' },
        },
        {
          id: 'announce',
          type: 'action',
          position,
          data: {
            label: 'Tell the channel',
            ...webhook('https://chat.example.com/hook'),
          },
        },
        {
          id: 'still-open',
          type: 'condition',
          position,
          data: {
            label: 'Still open?',
            match: 'all',
            conditions: [{ field: 'status', value: 'triggered' }],
          },
        },
        {
          id: 'escalate',
          type: 'action',
          position,
          data: {
            label: 'Page the on-call engineer',
            ...webhook('https://pager.example.com/page'),
          },
        },
        {
          id: 'note',
          type: 'action',
          position,
          data: {
            label: 'Leave a note',
            ...webhook('https://chat.example.com/note'),
          },
        },
      ],
      edges: [
        { id: 'e1', source: 'start', target: 'announce' },
        { id: 'e2', source: 'announce', target: 'still-open' },
        {
          id: 'e3',
          source: 'still-open',
          target: 'escalate',
          sourceHandle: 'true',
        },
        {
          id: 'e4',
          source: 'still-open',
          target: 'note',
          sourceHandle: 'false',
        },
      ],
    },
    steps: [
      aStep({
        effectKey: 'effect-announce',
        effectState: 'confirmed',
        request: {
          method: 'POST',
          url: 'https://chat.example.com/hook',
          headers: { authorization: { secret: 'CHAT_TOKEN' } },
        },
        output: { status: 200 },
        attempts: [
          {
            attempt: 1,
            startedAt: '2026-11-22T10:00:02.200Z',
            finishedAt: '2026-11-22T10:00:02.520Z',
            outcome: 'succeeded',
            response: { status: 200, body: 'ok' },
          },
        ],
      }),
      aStep({
        nodeId: 'still-open',
        branch: 'true',
        explanation: {
          match: 'all',
          holds: true,
          conditions: [
            {
              field: 'status',
              operator: 'equals',
              expected: 'triggered',
              actual: 'triggered',
              holds: true,
            },
          ],
        },
      }),
      aStep({ nodeId: 'escalate' }),
      aStep({ nodeId: 'note', state: 'skipped' }),
    ],
    ...overrides,
  };
}

export function aWorkflow(
  overrides: Partial<WorkflowSummary> = {},
): WorkflowSummary {
  return {
    id: '019a0000-0000-7000-8000-0000000000f1',
    name: 'Announce and escalate',
    description: 'Tells the channel',
    ownerRef: 'group:default/payments',
    enabled: true,
    latestVersion: 3,
    publishedVersion: 3,
    triggerType: 'incident_created',
    createdAt: '2026-11-20T10:00:00.000Z',
    createdBy: 'user:default/ada',
    updatedAt: '2026-11-20T10:00:00.000Z',
    updatedBy: 'user:default/ada',
    editable: true,
    ...overrides,
  };
}
