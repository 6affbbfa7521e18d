import type { IncidentContext } from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { OwnerFilter } from '../../../permissions/OwnerQuery';
import { fromJson } from '../../conversion';
import { applyOwnerFilter } from '../../ownerFilter';

/** Larger contexts are left out, so that the answer is bounded. */
const MAX_CHARS = 64_000;

/** What the matcher saw at the newest event of each of the newest incidents. */
export async function listRecentContexts(options: {
  knex: Knex;
  filter?: OwnerFilter;
  limit: number;
}): Promise<IncidentContext[]> {
  const { knex, filter, limit } = options;
  const incidents: string[] = await applyOwnerFilter(
    knex('incidents').orderBy('id', 'desc').limit(limit),
    filter,
    'owner_ref',
  ).pluck('id');
  const newest = knex('incident_events')
    .max('id')
    .whereIn('incident_id', incidents)
    .groupBy('incident_id');
  const contexts: string[] = await knex('incident_events')
    .whereIn('id', newest)
    .whereRaw('length(context) <= ?', [MAX_CHARS])
    .orderBy('id', 'desc')
    .pluck('context');
  return contexts.map(context => fromJson<IncidentContext>(context));
}
