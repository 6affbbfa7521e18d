import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';

/** @throws NotFoundError */
export async function deleteSecret(options: {
  knex: Knex;
  workflowId: string;
  name: string;
}): Promise<void> {
  const { knex, workflowId, name } = options;
  const deleted = await knex('workflow_action_secrets')
    .where({ workflow_id: workflowId, name })
    .delete();
  if (deleted === 0) {
    throw new NotFoundError(`This workflow has no secret "${name}"`);
  }
}
