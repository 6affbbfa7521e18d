import type { Knex } from 'knex';
import type { IncidentEventRow } from '../../rows';

/** The person or service that told of an incident first; `undefined` when a sender's hook did. */
export async function incidentDeclarer(options: {
  knex: Knex;
  incidentId: string;
}): Promise<string | undefined> {
  const first = await options
    .knex<IncidentEventRow>('incident_events')
    .where({ incident_id: options.incidentId })
    .orderBy('id')
    .first('actor_ref');
  return first?.actor_ref ?? undefined;
}
