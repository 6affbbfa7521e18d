import type { IncidentContext } from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { fromJson } from '../../conversion';

/** What the matcher saw at each event of an incident, the latest arrival first. */
export async function listEventContexts(options: {
  knex: Knex;
  incidentId: string;
  limit: number;
}): Promise<IncidentContext[]> {
  const rows = await options
    .knex('incident_events')
    .where({ incident_id: options.incidentId })
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(options.limit)
    .select('context');
  return rows.map(({ context }) => fromJson<IncidentContext>(context));
}
