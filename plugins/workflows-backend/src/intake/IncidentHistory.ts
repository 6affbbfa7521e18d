import {
  type FoldedIncident,
  type Incident,
  type IncidentContext,
  type OrderedIncidentEvent,
  compareEvents,
  foldEvent,
  foldIncident,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../database/clock';
import { fromJson, toIso } from '../database/conversion';
import { newId } from '../database/newId';
import {
  type ShortestAges,
  ageColumns,
} from '../database/operations/incidents/ageColumns';
import { hasIncidentEvent } from '../database/operations/incidents/hasIncidentEvent';
import {
  type EventOrigin,
  insertIncidentEvent,
} from '../database/operations/incidents/insertIncidentEvent';
import { listIncidentEvents } from '../database/operations/incidents/listIncidentEvents';
import { lockIncident } from '../database/operations/incidents/lockIncident';
import { saveIncident } from '../database/operations/incidents/saveIncident';
import { toIncident } from '../database/operations/incidents/toIncident';
import type { IncidentRow } from '../database/rows';
import { eventContext } from '../matcher/eventContext';
import { type FiredTrigger, firedTriggers } from '../matcher/triggers';
import type { KnownEntities } from './applyEvents';

/** What an event did that was new. */
export interface AppliedEvent {
  eventId: string;
  context: IncidentContext;
  fired: FiredTrigger[];
}

/** What orders an event among those of its incident. */
type Position = Pick<OrderedIncidentEvent, 'occurredAt' | 'orderKey'>;

/** What the events of an incident say so far. */
interface Folded {
  incident: FoldedIncident;
  /** The last of them; absent when it is not known, and all are to be folded. */
  last?: Position;
}

/**
 * An incident with what was said of it, locked in a transaction. What is folded
 * is kept with it: only a late event makes it read and fold the others again.
 */
export class IncidentHistory {
  static async lock(options: {
    trx: Knex.Transaction;
    clock: DatabaseClock;
    sourceId: string;
    incidentKey: string;
  }): Promise<IncidentHistory> {
    const { row, isNew } = await lockIncident(options);
    const { trx, clock } = options;
    return new IncidentHistory(
      trx,
      clock,
      row.id,
      options,
      isNew ? undefined : toFolded(row),
      isNew ? undefined : toIncident(row),
    );
  }

  private constructor(
    private readonly trx: Knex.Transaction,
    private readonly clock: DatabaseClock,
    readonly incidentId: string,
    private readonly source: { sourceId: string; incidentKey: string },
    private folded: Folded | undefined,
    private incident: Incident | undefined,
  ) {}

  /** Adds an event; `undefined` when it is there already, as after a replay. */
  async apply(options: {
    event: OrderedIncidentEvent;
    origin: EventOrigin;
    entities: KnownEntities;
    shortestAges: ShortestAges;
  }): Promise<AppliedEvent | undefined> {
    const { event, origin, entities, shortestAges } = options;
    const { trx, clock, incidentId } = this;
    const { orderKey } = event;
    if (
      this.folded &&
      (await hasIncidentEvent({ trx, incidentId, orderKey }))
    ) {
      return undefined;
    }
    const before = this.incident;
    this.folded = await this.foldWith(event);
    const { incident: after, last } = this.folded;

    const { sourceId, incidentKey } = this.source;
    const known = entities.get({ ...after, sourceId, incidentKey });
    const entity = known === 'away' ? undefined : known.entity;
    const row = await saveIncident({
      trx,
      clock,
      id: incidentId,
      folded: after,
      last: last!,
      ages: ageColumns({ trx, clock, before, after, shortest: shortestAges }),
      // An answer that is missing does not move an incident out of its place.
      place:
        known === 'away'
          ? undefined
          : {
              entityRef: entity?.ref,
              ownerRef: entity?.owner,
              systemRef: entity?.system,
              resolution: known.resolution,
            },
    });
    this.incident = toIncident(row);
    const context = eventContext({
      before,
      after: this.incident,
      entity,
      escalated: event.escalated,
    });
    const eventId = newId();
    await insertIncidentEvent({
      trx,
      clock,
      id: eventId,
      incidentId,
      origin,
      event,
      context,
    });
    return { eventId, context, fired: firedTriggers(context) };
  }

  private async foldWith(event: OrderedIncidentEvent): Promise<Folded> {
    if (!this.folded) {
      return { incident: foldEvent(undefined, event), last: event };
    }
    const { incident, last } = this.folded;
    if (last && compareEvents(last, event) < 0) {
      return { incident: foldEvent(incident, event), last: event };
    }
    const { trx, incidentId } = this;
    const events = await listIncidentEvents({ knex: trx, incidentId });
    events.push(event);
    return { incident: foldIncident(events)!, last: latest(events) };
  }
}

function toFolded(row: IncidentRow): Folded {
  const incident = fromJson<FoldedIncident>(row.folded);
  return row.last_order_key === null || row.last_occurred_at === null
    ? { incident }
    : {
        incident,
        last: {
          occurredAt: toIso(row.last_occurred_at),
          orderKey: row.last_order_key,
        },
      };
}

function latest(events: readonly Position[]): Position {
  return events.reduce((a, b) => (compareEvents(a, b) < 0 ? b : a));
}
