import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError, toError } from '@backstage/errors';
import type {
  Incident,
  IncidentPatch,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { EntityResolver } from '../catalog/EntityResolver';
import type { DatabaseClock } from '../database/clock';
import { toIso } from '../database/conversion';
import { getIncident } from '../database/operations/incidents/getIncident';
import { timeOfNextEdit } from '../database/operations/incidents/timeOfNextEdit';
import { boundedKey } from './boundedKey';
import type { EventWriter } from './EventWriter';

/** Room for the key in the order key's column. */
const MAX_EDIT_KEY_BYTES = 255;

/** A change of an incident that no source told of. */
export interface IncidentEdit {
  incidentId: string;
  /** Of two edits of one incident with the same key, the second does nothing. */
  editKey: string;
  patch: IncidentPatch;
  /** The entity it is about, whatever the source says; empty to take that back. */
  entityRef?: string;
  /** Who asked for it. */
  actorRef?: string;
  /** The execution that made it. */
  causedBy?: string;
}

/**
 * Edits by people and actions. Each is an event of the incident as any other: it
 * is folded, matched and shown, and a later word of the source wins over it. It
 * is dated after all that is known of the incident, also when a source's clock
 * is ahead: whoever edits has seen that.
 */
export class IncidentEdits {
  static create(options: {
    knex: Knex;
    clock: DatabaseClock;
    writer: EventWriter;
    resolver: EntityResolver;
    logger: LoggerService;
  }) {
    return new IncidentEdits(options);
  }

  private constructor(
    private readonly options: {
      knex: Knex;
      clock: DatabaseClock;
      writer: EventWriter;
      resolver: EntityResolver;
      logger: LoggerService;
    },
  ) {}

  /**
   * Gives the incident as it is after the edit.
   *
   * @throws NotFoundError
   */
  async apply(edit: IncidentEdit): Promise<Incident> {
    const { knex, clock, writer, resolver, logger } = this.options;
    const { incidentId, editKey, patch, entityRef, actorRef, causedBy } = edit;
    const { sourceId, incidentKey } = await this.read(incidentId);
    const write = {
      sourceId,
      origin: { actorRef, causedBy },
      events: [
        {
          incidentKey,
          occurredAt: toIso(await timeOfNextEdit({ knex, clock, incidentId })),
          // Those of deliveries end in a number.
          orderKey: `${boundedKey(editKey, MAX_EDIT_KEY_BYTES)}:edit`,
          edit: true as const,
          ...(entityRef !== undefined && { entityRef }),
          patch,
        },
      ],
    };
    // Somebody waits for it, and the incident keeps its place.
    await writer.write(write, lookup =>
      resolver.resolve(lookup).catch(error => {
        logger.warn(
          `An edit of incident ${incidentId} goes without the catalog`,
          toError(error),
        );
        return 'away' as const;
      }),
    );
    return this.read(incidentId);
  }

  private async read(id: string): Promise<Incident> {
    const incident = await getIncident({ knex: this.options.knex, id });
    if (!incident) {
      throw new NotFoundError(`No incident with id '${id}'`);
    }
    return incident;
  }
}
