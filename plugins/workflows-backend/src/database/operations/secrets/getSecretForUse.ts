import type { Knex } from 'knex';
import type { WorkflowActionSecretRow } from '../../rows';

/** The encrypted secret of one workflow by name; another workflow's is never found. */
export async function getSecretForUse(options: {
  knex: Knex;
  workflowId: string;
  name: string;
}): Promise<WorkflowActionSecretRow | undefined> {
  const { knex, workflowId, name } = options;
  return knex<WorkflowActionSecretRow>('workflow_action_secrets')
    .where({ workflow_id: workflowId, name })
    .first();
}
