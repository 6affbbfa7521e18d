import type {
  IncidentContext,
  WorkflowDefinition,
  WorkflowNode,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../database/clock';
import { newId } from '../../database/newId';
import {
  type NewExecution,
  insertExecutions,
} from '../../database/operations/executions/insertExecutions';
import { silentDriver } from '../../testing/silentDriver';

/** An incident as the matcher saw it. */
export function incidentContext(
  incident: Partial<IncidentContext['incident']> = {},
): IncidentContext {
  return {
    incident: {
      id: 'incident-1',
      sourceId: 'alerts',
      incidentKey: 'key-1',
      status: 'triggered',
      episode: 1,
      title: 'Checkout is down',
      severity: 'critical',
      labels: { region: 'eu' },
      metadata: {},
      startedAt: '2029-12-31T23:59:00.000Z',
      createdAt: '2030-01-01T00:00:00.000Z',
      updatedAt: '2030-01-01T00:00:00.000Z',
      ...incident,
    },
    entity: { ref: 'component:default/checkout' },
  };
}

type NodeData<T extends WorkflowNode['type']> = Extract<
  WorkflowNode,
  { type: T }
>['data'];

/** A node without the canvas's part. */
export function node<T extends WorkflowNode['type']>(
  id: string,
  type: T,
  data: NodeData<T>,
): WorkflowNode {
  return { id, type, data, position: { x: 0, y: 0 } } as WorkflowNode;
}

/**
 * A definition from nodes after the trigger and edges as `a>b`, or `a:true>b`
 * for a branch. Without edges the nodes follow each other.
 */
export function definition(
  nodes: WorkflowNode[],
  options: {
    edges?: string[];
    timeout?: string;
    conditions?: WorkflowDefinition['trigger']['conditions'];
    settings?: WorkflowDefinition['settings'];
  } = {},
): WorkflowDefinition {
  const all = [node('trigger', 'trigger', {}), ...nodes];
  const edges =
    options.edges ??
    all.slice(1).map((target, index) => `${all[index].id}>${target.id}`);
  return {
    schemaVersion: 1,
    nodes: all,
    edges: edges.map(text => {
      const [, source, handle, target] = /^([^:>]+)(?::(.+))?>(.+)$/.exec(
        text,
      )!;
      return {
        id: text,
        source,
        target,
        ...(handle ? { sourceHandle: handle as 'true' | 'false' } : {}),
      };
    }),
    trigger: {
      type: 'incident_created',
      conditions: options.conditions ?? [],
    },
    settings: {
      ...options.settings,
      ...(options.timeout ? { timeout: options.timeout } : {}),
    },
  };
}

/** A run of a definition, as the matcher gives it. */
export function newExecution(
  drawn: WorkflowDefinition,
  overrides: Partial<NewExecution> = {},
): NewExecution {
  return {
    workflowId: newId(),
    workflowName: 'Tell the team',
    version: 1,
    definition: drawn,
    ownerRef: 'group:default/payments',
    incidentId: newId(),
    eventId: newId(),
    entityRef: 'component:default/checkout',
    trigger: 'incident_created',
    context: incidentContext(),
    ...overrides,
  };
}

/** Makes it. Tells no driver, since the table is the queue of the tests' own. */
export async function startExecution(options: {
  knex: Knex;
  clock: DatabaseClock;
  definition: WorkflowDefinition;
  overrides?: Partial<NewExecution>;
}): Promise<string> {
  const { knex, clock, overrides } = options;
  const [id] = await knex.transaction(trx =>
    insertExecutions({
      trx,
      clock,
      driver: silentDriver,
      executions: [newExecution(options.definition, overrides)],
    }),
  );
  return id;
}
