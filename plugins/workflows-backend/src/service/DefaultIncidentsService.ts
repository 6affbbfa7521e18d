import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError, toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  CreatedIncident,
  Incident,
  IncidentDetail,
  IncidentTimelineEntry,
  IncidentTimelineQuery,
  ListIncidentsQuery,
  Page,
  UpdateIncidentRequest,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { newId } from '../database/newId';
import { getIncident } from '../database/operations/incidents/getIncident';
import { listIncidents } from '../database/operations/incidents/listIncidents';
import type { Intake } from '../intake/Intake';
import type { Caller } from '../permissions/Caller';
import type { OwnerFilter } from '../permissions/OwnerQuery';
import { declareIncident } from './incidents/declareIncident';
import { type VisibleExecutions, readTimeline } from './timeline/readTimeline';
import type { DeclareRequest, IncidentsService } from './types';

/** Incidents out of the database, and into it by the intake. */
export class DefaultIncidentsService implements IncidentsService {
  static create(options: {
    knex: Knex;
    catalog: CatalogService;
    intake: Pick<Intake, 'keep' | 'edits'>;
  }) {
    return new DefaultIncidentsService(options);
  }

  private constructor(
    private readonly options: {
      knex: Knex;
      catalog: CatalogService;
      intake: Pick<Intake, 'keep' | 'edits'>;
    },
  ) {}

  list(
    query: ListIncidentsQuery & { filter?: OwnerFilter },
  ): Promise<Page<Incident>> {
    return listIncidents({ knex: this.options.knex, ...query });
  }

  async get(id: string): Promise<IncidentDetail> {
    const incident = await getIncident({ knex: this.options.knex, id });
    if (!incident) {
      throw new NotFoundError(`No incident with id '${id}'`);
    }
    return { ...incident, editable: true };
  }

  timeline(
    id: string,
    query: IncidentTimelineQuery & { executions?: VisibleExecutions },
  ): Promise<Page<IncidentTimelineEntry>> {
    const { executions = {}, ...page } = query;
    const { knex } = this.options;
    return readTimeline({ knex, incidentId: id, query: page, executions });
  }

  create(request: DeclareRequest, caller: Caller): Promise<CreatedIncident> {
    const { knex, intake } = this.options;
    return declareIncident({ ...request, knex, keep: intake.keep, caller });
  }

  async update(
    id: string,
    request: UpdateIncidentRequest,
    idempotencyKey: string | undefined,
    caller: Caller,
  ): Promise<IncidentDetail> {
    const { entityRef, ...patch } = request;
    const incident = await this.options.intake.edits.apply({
      incidentId: id,
      editKey: `${caller.actorRef} ${idempotencyKey ?? newId()}`,
      patch,
      entityRef:
        // Empty takes back what was set by hand.
        entityRef === null
          ? ''
          : entityRef && (await this.known(entityRef, caller)),
      actorRef: caller.actorRef,
    });
    return { ...incident, editable: true };
  }

  /** @throws InputError when the caller sees no such entity in the catalog */
  private async known(entityRef: string, caller: Caller): Promise<string> {
    const { catalog } = this.options;
    let ref: string;
    try {
      ref = stringifyEntityRef(parseEntityRef(entityRef));
    } catch (error) {
      throw new InputError(`body.entityRef: ${toError(error).message}`);
    }
    const { credentials } = caller;
    if (!(await catalog.getEntityByRef(ref, { credentials }))) {
      throw new InputError(`body.entityRef: the catalog has no '${ref}'`);
    }
    return ref;
  }
}
