import { NotFoundError } from '@backstage/errors';
import type {
  Incident,
  IncidentDetail,
  ListIncidentsQuery,
  Page,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { getIncident } from '../database/operations/incidents/getIncident';
import { getTimeline } from '../database/operations/incidents/getTimeline';
import { listIncidents } from '../database/operations/incidents/listIncidents';
import type { OwnerFilter } from '../permissions/OwnerQuery';
import type { IncidentsService } from './types';

/** Incidents out of the database. */
export class DefaultIncidentsService implements IncidentsService {
  static create(options: { knex: Knex }) {
    return new DefaultIncidentsService(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  list(
    query: ListIncidentsQuery & { filter?: OwnerFilter },
  ): Promise<Page<Incident>> {
    return listIncidents({ knex: this.knex, ...query });
  }

  async get(id: string): Promise<IncidentDetail> {
    const incident = await getIncident({ knex: this.knex, id });
    if (!incident) {
      throw new NotFoundError(`No incident with id '${id}'`);
    }
    return {
      ...incident,
      timeline: await getTimeline({ knex: this.knex, incidentId: id }),
    };
  }
}
