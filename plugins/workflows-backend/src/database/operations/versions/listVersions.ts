import type { Knex } from 'knex';
import type { WorkflowVersionRow } from '../../rows';

/** All versions without their definitions, newest first. */
export async function listVersions(options: {
  knex: Knex;
  workflowId: string;
}): Promise<Array<Omit<WorkflowVersionRow, 'definition'>>> {
  return options
    .knex<WorkflowVersionRow>('workflow_versions')
    .where({ workflow_id: options.workflowId })
    .orderBy('version', 'desc')
    .select(
      'id',
      'workflow_id',
      'version',
      'author_ref',
      'note',
      'created_at',
      'published_at',
      'published_by',
    );
}
