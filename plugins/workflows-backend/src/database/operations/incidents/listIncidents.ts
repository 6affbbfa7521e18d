import type {
  Incident,
  ListIncidentsQuery,
  Page,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { OwnerFilter } from '../../../permissions/OwnerQuery';
import { applyOwnerFilter } from '../../ownerFilter';
import { readPage } from '../../page';
import type { IncidentRow } from '../../rows';
import { applySearch } from '../../search';
import { toIncident } from './toIncident';

/** One page of incidents, filtered in SQL before it is cut. */
export async function listIncidents(
  options: { knex: Knex; filter?: OwnerFilter } & ListIncidentsQuery,
): Promise<Page<Incident>> {
  const { knex, filter, entityRef, status, search, ...page } = options;
  const query = knex('incidents').select();
  applyOwnerFilter(query, filter, 'owner_ref');
  if (entityRef) {
    query.where({ entity_ref: entityRef });
  }
  if (status) {
    query.where({ status });
  }
  applySearch(query, search, ['title', 'incident_key']);
  const { items, ...rest } = await readPage<IncidentRow>(query, 'id', page);
  return { ...rest, items: items.map(toIncident) };
}
