import type { Incident } from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { IncidentRow } from '../../rows';
import { toIncident } from './toIncident';

/** The incident with an id; `undefined` when there is none. */
export async function getIncident(options: {
  knex: Knex;
  id: string;
}): Promise<Incident | undefined> {
  const row = await options
    .knex<IncidentRow>('incidents')
    .where({ id: options.id })
    .first();
  return row && toIncident(row);
}
