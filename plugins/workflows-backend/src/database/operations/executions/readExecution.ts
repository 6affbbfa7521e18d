import type { Knex } from 'knex';
import type { WorkflowExecutionRow } from '../../rows';

/** One run as it is stored. */
export function readExecution(
  knex: Knex,
  id: string,
): Promise<WorkflowExecutionRow | undefined> {
  return knex<WorkflowExecutionRow>('workflow_executions')
    .where({ id })
    .first();
}
