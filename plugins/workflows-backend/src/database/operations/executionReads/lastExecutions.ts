import type { Knex } from 'knex';
import type { WorkflowExecutionRow } from '../../rows';

/** The newest execution of each of these workflows that has one. */
export async function lastExecutions(options: {
  knex: Knex;
  workflowIds: readonly string[];
}): Promise<
  Map<
    string,
    Pick<WorkflowExecutionRow, 'id' | 'workflow_id' | 'status' | 'created_at'>
  >
> {
  const { knex, workflowIds } = options;
  const newest = knex('workflow_executions')
    .max('id')
    .whereIn('workflow_id', workflowIds)
    .groupBy('workflow_id');
  const rows = await knex<WorkflowExecutionRow>('workflow_executions')
    .whereIn('id', newest)
    .select('id', 'workflow_id', 'status', 'created_at');
  return new Map(rows.map(row => [row.workflow_id, row]));
}
