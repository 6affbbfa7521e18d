import type {
  Condition,
  WorkflowDefinition,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { newId } from '../src/database/newId';
import { bumpRevision } from '../src/database/operations/changes/bumpRevision';

const SERVICES = 500;
const EQUALITIES = 9_000;
const GROUPS = 1_000;
/** One delivery in so many is of the severity that two workflows wait for. */
const MATCHING_EVERY = 10;
const ROWS_AT_A_TIME = 500;

/** The n-th delivery: each is another incident. */
export function deliveryBody(index: number): string {
  return JSON.stringify({
    id: `incident-${index}`,
    title: `Checkout answers slowly, ${index}`,
    service: `service-${index % SERVICES}`,
    // Spread over the services, whose number ten divides.
    severity:
      (index + Math.floor(index / SERVICES)) % MATCHING_EVERY === 0
        ? 'critical'
        : 'warning',
    team: `team-${index % 20}`,
    description:
      'The 99th percentile of the answer times of the last five minutes is over the objective.',
  });
}

/** How many runs the first so many deliveries make. */
export function expectedRuns(deliveries: number): number {
  return Array.from({ length: deliveries }, (_, index) =>
    JSON.parse(deliveryBody(index)),
  ).reduce((sum, { severity }) => sum + (severity === 'critical' ? 2 : 0), 0);
}

/**
 * 9,000 workflows of equalities over 500 services, of which two of each service
 * wait for a severity that comes and the others for one that does not; and 1,000
 * with groups of any and none alone, which have to be looked at for every event.
 */
export async function addWorkflows(knex: Knex): Promise<void> {
  const conditions = [
    ...Array.from({ length: EQUALITIES }, (_, index) => equalities(index)),
    ...Array.from({ length: GROUPS }, (_, index) => groups(index)),
  ];
  const rows = conditions.map((of, index) => row(of, index));
  for (let at = 0; at < rows.length; at += ROWS_AT_A_TIME) {
    const some = rows.slice(at, at + ROWS_AT_A_TIME);
    await knex.batchInsert(
      'workflows',
      some.map(({ workflow }) => workflow),
      100,
    );
    await knex.batchInsert(
      'workflow_versions',
      some.map(({ version }) => version),
      100,
    );
  }
  await knex.transaction(trx => bumpRevision(trx));
}

function equalities(index: number): Condition[] {
  const ofService = Math.floor(index / SERVICES);
  return [
    {
      field: 'severity',
      value: ofService < 2 ? 'critical' : `level-${ofService}`,
    },
    { field: 'service', value: `service-${index % SERVICES}` },
  ];
}

function groups(index: number): Condition[] {
  return [
    {
      match: 'any',
      conditions: [
        { field: 'labels.team', value: `nobody-${index}` },
        { field: 'title', operator: 'contains', value: `outage ${index}` },
        { field: 'priority', operator: 'in', value: ['P1', 'P2'] },
      ],
    },
    {
      match: 'none',
      conditions: [{ field: 'metadata.test', operator: 'exists' }],
    },
  ];
}

function row(conditions: Condition[], index: number) {
  const definition: WorkflowDefinition = {
    schemaVersion: 1,
    nodes: [
      { id: 'start', type: 'trigger', position: { x: 0, y: 0 }, data: {} },
      {
        id: 'tell',
        type: 'action',
        position: { x: 200, y: 0 },
        data: {
          actionType: 'webhook',
          config: {
            method: 'POST',
            url: 'https://chat.example.com/hook',
            body: { text: '{{ incident.title }}' },
          },
        },
      },
    ],
    edges: [{ id: 'e', source: 'start', target: 'tell' }],
    trigger: { type: 'incident_created', conditions },
    settings: {},
  };
  const id = newId();
  const written = {
    definition: JSON.stringify(definition),
    created_at: Date.now(),
  };
  return {
    workflow: {
      ...written,
      id,
      name: `workflow ${index}`,
      description: 'For the benchmark',
      owner_ref: '',
      enabled: true,
      latest_version: 1,
      published_version: 1,
      created_by: 'external:bench',
      updated_at: written.created_at,
      updated_by: 'external:bench',
    },
    version: {
      ...written,
      id: newId(),
      workflow_id: id,
      version: 1,
      author_ref: 'external:bench',
      published_at: written.created_at,
      published_by: 'external:bench',
    },
  };
}
