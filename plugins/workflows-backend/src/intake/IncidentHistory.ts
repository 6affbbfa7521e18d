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
import { fromJson, toIso } from '../database/conversion';
import { newId } from '../database/newId';
import {
  type ShortestAges,
  ageColumns,
} from '../database/operations/incidents/ageColumns';
import {
  foldedRow,
  newIncidentRow,
} from '../database/operations/incidents/incidentRow';
import { listIncidentEvents } from '../database/operations/incidents/listIncidentEvents';
import type { IncidentName } from '../database/operations/incidents/lockIncidents';
import { toIncident } from '../database/operations/incidents/toIncident';
import type { IncidentRow } from '../database/rows';
import { eventContext } from '../matcher/eventContext';
import { type FiredTrigger, firedTriggers } from '../matcher/triggers';
import type { KnownEntities } from './NeededEntities';

/** What an event did. */
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
  static of(options: {
    trx: Knex.Transaction;
    name: IncidentName;
    /** Absent when it is not there yet. */
    row?: IncidentRow;
    nowMs: number;
  }): IncidentHistory {
    const { trx, name, row, nowMs } = options;
    return new IncidentHistory(
      trx,
      name,
      nowMs,
      row ?? newIncidentRow(name, nowMs),
      row && toFolded(row),
      row && toIncident(row),
    );
  }

  private constructor(
    private readonly trx: Knex.Transaction,
    private readonly name: IncidentName,
    private readonly nowMs: number,
    /** As it is to be saved. */
    public row: IncidentRow,
    private folded: Folded | undefined,
    private incident: Incident | undefined,
  ) {}

  get incidentId(): string {
    return this.row.id;
  }

  /** Whether there may be events of it. */
  get isKnown(): boolean {
    return this.folded !== undefined;
  }

  /** Folds an event that is new; it and the row are still to be saved. */
  async apply(options: {
    event: OrderedIncidentEvent;
    entities: KnownEntities;
    shortestAges: ShortestAges;
  }): Promise<AppliedEvent> {
    const { event, entities, shortestAges } = options;
    const { nowMs, incident: before } = this;
    this.folded = await this.foldWith(event);
    const { incident: after, last } = this.folded;

    const known = entities.get({ ...after, ...this.name });
    const entity = known === 'away' ? undefined : known.entity;
    this.row = foldedRow(this.row, {
      folded: after,
      last: last!,
      ages: ageColumns({ nowMs, before, after, shortest: shortestAges }),
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
      nowMs,
    });
    this.incident = toIncident(this.row);
    const context = eventContext({
      before,
      after: this.incident,
      entity,
      escalated: event.escalated,
    });
    return { eventId: newId(), context, fired: firedTriggers(context) };
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
