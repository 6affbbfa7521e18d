import type { Page } from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { OwnerFilter } from '../../../permissions/OwnerQuery';
import { applyOwnerFilter } from '../../ownerFilter';
import { type PageQuery, readPage } from '../../page';
import type { WorkflowRow } from '../../rows';
import { applySearch } from '../../search';

/** One page of workflows, filtered in SQL before it is cut. */
export async function listWorkflows(
  options: {
    knex: Knex;
    /** Part of the name or the description. */
    search?: string;
    /** Only those of these owners; the empty ref stands for the global ones. */
    ownerRefs?: readonly string[];
    filter?: OwnerFilter;
  } & PageQuery,
): Promise<Page<WorkflowRow>> {
  const { knex, search, ownerRefs, filter, ...page } = options;
  const query = knex('workflows').select('*');
  applyOwnerFilter(query, filter, 'owner_ref');
  applySearch(query, search, ['name', 'description']);
  if (ownerRefs) {
    query.whereIn('owner_ref', ownerRefs);
  }
  return readPage(query, 'id', page);
}
