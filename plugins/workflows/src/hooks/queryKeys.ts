import type {
  ListDeliveriesQuery,
  ListExecutionsQuery,
  ListIncidentsQuery,
  ListWorkflowsQuery,
  WorkflowsSignal,
} from 'backstage-plugin-workflows-common';

type Kind = WorkflowsSignal['kind'];

/** Keys begin with the kind that a signal names, so that one prefix finds all. */
export const queryKeys = {
  workflows: (query: ListWorkflowsQuery = {}) =>
    ['workflow', 'list', query] as const,
  workflow: (id: string) => ['workflow', 'one', id] as const,
  secrets: (workflowId: string) => ['workflow', 'secrets', workflowId] as const,
  executions: (query: ListExecutionsQuery = {}) =>
    ['execution', 'list', query] as const,
  execution: (id: string) => ['execution', 'one', id] as const,
  incidents: (query: ListIncidentsQuery = {}) =>
    ['incident', 'list', query] as const,
  incident: (id: string) => ['incident', 'one', id] as const,
  /** Out of date with its incident. */
  incidentTimeline: (id: string) =>
    ['incident', 'one', id, 'timeline'] as const,
  deliveries: (query: ListDeliveriesQuery = {}) =>
    ['delivery', 'list', query] as const,
  delivery: (id: string) => ['delivery', 'one', id] as const,
  deliveryCounts: () => ['delivery', 'counts'] as const,
  /** There is one, and its signal names it so. */
  killSwitch: () => ['kill-switch', 'one', 'kill-switch'] as const,
  actions: () => ['action', 'list'] as const,
  fields: () => ['field', 'list'] as const,
  capabilities: () => ['capabilities'] as const,
  sources: () => ['source', 'list'] as const,
};

/** What is out of date once something of this kind changed. */
export function keysChangedBy({ kind, id }: WorkflowsSignal) {
  const own: ReadonlyArray<readonly [Kind, ...string[]]> = [
    [kind, 'list'],
    [kind, 'one', id],
  ];
  // The list of workflows shows each one's last run.
  return kind === 'execution' ? [...own, ['workflow', 'list'] as const] : own;
}
