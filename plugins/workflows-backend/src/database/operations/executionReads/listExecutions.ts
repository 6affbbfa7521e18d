import type {
  ListExecutionsQuery,
  Page,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { OwnerFilter } from '../../../permissions/OwnerQuery';
import { applyOwnerFilter } from '../../ownerFilter';
import { readPage } from '../../page';
import { type ExecutionReadRow, selectExecutions } from './selectExecutions';

/** One page of executions, filtered in SQL before it is cut. */
export async function listExecutions(
  options: { knex: Knex; filter?: OwnerFilter } & ListExecutionsQuery,
): Promise<Page<ExecutionReadRow>> {
  const { knex, filter, workflowId, incidentId, entityRef, status, ...page } =
    options;
  const query = selectExecutions(knex);
  applyOwnerFilter(query, filter, 'e.owner_ref');
  const wanted = {
    'e.workflow_id': workflowId,
    'e.incident_id': incidentId,
    'e.entity_ref': entityRef,
    'e.status': status,
  };
  for (const [column, value] of Object.entries(wanted)) {
    if (value !== undefined) {
      query.where(column, value);
    }
  }
  return readPage(query, 'e.id', page);
}
