import {
  type FoldedIncident,
  type IncidentContext,
  type OrderedIncidentEvent,
  foldIncident,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../database/clock';
import { newId } from '../database/newId';
import { insertIncidentEvent } from '../database/operations/incidents/insertIncidentEvent';
import { listIncidentEvents } from '../database/operations/incidents/listIncidentEvents';
import { lockIncident } from '../database/operations/incidents/lockIncident';
import { saveIncident } from '../database/operations/incidents/saveIncident';
import { toIncident } from '../database/operations/incidents/toIncident';
import {
  type FiredTrigger,
  firedTriggers,
  statusChange,
} from '../matcher/triggers';
import type { KnownEntities } from './applyDelivery';

/** What an event did that was new. */
export interface AppliedEvent {
  eventId: string;
  context: IncidentContext;
  fired: FiredTrigger[];
}

/** An incident with everything that was said of it, locked in a transaction. */
export class IncidentHistory {
  static async lock(options: {
    trx: Knex.Transaction;
    clock: DatabaseClock;
    sourceId: string;
    incidentKey: string;
  }): Promise<IncidentHistory> {
    const { id, isNew } = await lockIncident(options);
    const { trx, clock } = options;
    const events = isNew
      ? []
      : await listIncidentEvents({ knex: trx, incidentId: id });
    return new IncidentHistory(trx, clock, id, events);
  }

  private folded: FoldedIncident | undefined;

  private constructor(
    private readonly trx: Knex.Transaction,
    private readonly clock: DatabaseClock,
    readonly incidentId: string,
    private readonly events: OrderedIncidentEvent[],
  ) {
    this.folded = foldIncident(events);
  }

  /** Adds an event; `undefined` when it is there already, as after a replay. */
  async apply(options: {
    event: OrderedIncidentEvent;
    deliveryId: string;
    entities: KnownEntities;
  }): Promise<AppliedEvent | undefined> {
    const { event, deliveryId, entities } = options;
    if (this.events.some(({ orderKey }) => orderKey === event.orderKey)) {
      return undefined;
    }
    this.events.push(event);
    const before = this.folded;
    const after = foldIncident(this.events)!;
    this.folded = after;

    const entity = entities.get(after);
    const { trx, clock, incidentId } = this;
    const row = await saveIncident({
      trx,
      clock,
      id: incidentId,
      folded: after,
      place: {
        entityRef: entity?.ref,
        ownerRef: entity?.owner,
        systemRef: entity?.system,
      },
    });
    const change = statusChange(before, after);
    const context: IncidentContext = {
      incident: toIncident(row),
      ...(entity && { entity }),
      ...(change && { change }),
    };
    const eventId = newId();
    await insertIncidentEvent({
      trx,
      clock,
      id: eventId,
      incidentId,
      deliveryId,
      event,
      context,
    });
    return {
      eventId,
      context,
      fired: firedTriggers({ before, after, incidentId, eventId }),
    };
  }
}
