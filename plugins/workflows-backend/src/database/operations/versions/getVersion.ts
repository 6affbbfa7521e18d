import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { WorkflowVersionRow } from '../../rows';

/** @throws NotFoundError */
export async function getVersion(options: {
  knex: Knex;
  workflowId: string;
  version: number;
}): Promise<WorkflowVersionRow> {
  const { knex, workflowId, version } = options;
  const row = await knex<WorkflowVersionRow>('workflow_versions')
    .where({ workflow_id: workflowId, version })
    .first();
  if (!row) {
    throw new NotFoundError(
      `The workflow "${workflowId}" has no version ${version}`,
    );
  }
  return row;
}
