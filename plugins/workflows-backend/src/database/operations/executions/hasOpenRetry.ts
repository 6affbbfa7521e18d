import type { Knex } from 'knex';

/**
 * Whether a retry of this execution has not ended. A retry is younger than what
 * it retries, so only ids after that one's are looked at.
 */
export async function hasOpenRetry(options: {
  knex: Knex;
  workflowId: string;
  executionId: string;
}): Promise<boolean> {
  const { knex, workflowId, executionId } = options;
  const row = await knex('workflow_executions')
    .where({ workflow_id: workflowId, parent_id: executionId })
    .where('id', '>', executionId)
    .whereNotNull('due_at')
    .first('id');
  return row !== undefined;
}
