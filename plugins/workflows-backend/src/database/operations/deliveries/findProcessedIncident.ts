import type { Knex } from 'knex';

/** The id of a source's incident once a delivery about it is processed. */
export async function findProcessedIncident(options: {
  knex: Knex;
  deliveryId: string;
  sourceId: string;
  incidentKey: string;
}): Promise<string | undefined> {
  const { knex, deliveryId, sourceId, incidentKey } = options;
  const row = await knex('incident_deliveries as d')
    .join('incidents as i', 'i.source_id', 'd.source_id')
    .where({
      'd.id': deliveryId,
      'd.state': 'processed',
      'i.source_id': sourceId,
      'i.incident_key': incidentKey,
    })
    .first('i.id');
  return row?.id;
}
