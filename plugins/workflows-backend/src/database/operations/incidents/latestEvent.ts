import type { IncidentContext } from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { fromJson } from '../../conversion';

/** What arrived last of an incident, with what the matcher saw then. */
export async function latestEvent(options: {
  knex: Knex;
  incidentId: string;
}): Promise<{ id: string; context: IncidentContext } | undefined> {
  const row = await options
    .knex('incident_events')
    .where({ incident_id: options.incidentId })
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .first('id', 'context');
  return row && { id: row.id, context: fromJson(row.context) };
}
