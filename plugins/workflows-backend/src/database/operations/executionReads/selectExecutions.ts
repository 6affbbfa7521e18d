import type { Knex } from 'knex';
import type { WorkflowExecutionRow } from '../../rows';

const COLUMNS = [
  'id',
  'workflow_id',
  'workflow_name',
  'version',
  'incident_id',
  'entity_ref',
  'owner_ref',
  'trigger',
  'status',
  'reason_code',
  'reason',
  'resume_at',
  'active_ms',
  'parent_id',
  'requested_by',
  'mode',
  'created_at',
  'started_at',
  'finished_at',
] as const;

/** An execution as lists show it, with its incident's title as it is now. */
export type ExecutionReadRow = Pick<
  WorkflowExecutionRow,
  (typeof COLUMNS)[number]
> & { incident_title: string | null };

/** Executions as `e`, without the large columns. */
export function selectExecutions(knex: Knex): Knex.QueryBuilder {
  return knex('workflow_executions as e')
    .leftJoin('incidents as i', 'i.id', 'e.incident_id')
    .select(
      ...COLUMNS.map(column => `e.${column}`),
      'i.title as incident_title',
    );
}
