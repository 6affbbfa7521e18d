import {
  type OrderedIncidentEvent,
  type WorkflowsSignal,
  foldEvent,
} from 'backstage-plugin-workflows-common';
import type { ExecutionDriver } from 'backstage-plugin-workflows-node';
import type { Knex } from 'knex';
import type { EntityRules } from '../catalog/EntityRules';
import { Batcher } from '../database/Batcher';
import type { DatabaseClock } from '../database/clock';
import { extendClaim } from '../database/operations/deliveries/extendClaim';
import {
  type DeliveryClaim,
  finishDeliveries,
} from '../database/operations/deliveries/finishDeliveries';
import type { EventOrigin } from '../database/operations/incidents/insertIncidentEvents';
import type { RunnableWorkflows } from '../matcher/RunnableWorkflows';
import { applyEvents } from './applyEvents';
import { NeededEntities, type ResolveEntity } from './NeededEntities';

/** Times that a transaction may find out that it needs another entity. */
const MAX_ROUNDS = 5;
/** Writes of one transaction. */
const BATCH = 25;
/** Writes of more events have a transaction of their own, one at a time. */
const EVENTS_OF_SHARED = 4;

/** What a delivery or an edit says, to be written as a whole or not at all. */
export interface EventWrite {
  sourceId: string;
  origin: EventOrigin;
  events: readonly OrderedIncidentEvent[];
  /** The delivery that says it; nothing is written when its claim is lost. */
  delivery?: {
    claim: DeliveryClaim;
    /** For how long to hold the claim; absent with the delivery's last events. */
    holdMs?: number;
  };
}

interface PreparedWrite extends EventWrite {
  entities: NeededEntities;
}

interface EventWriterOptions {
  knex: Knex;
  clock: DatabaseClock;
  driver: Pick<ExecutionDriver, 'enqueue'>;
  rules: EntityRules;
  workflows: RunnableWorkflows;
  /** Called after the commit with what changed. */
  onWritten: (changed: WorkflowsSignal[]) => void;
}

/**
 * Writes events with all that follows from them in a transaction, then says what
 * changed. The one way in, for deliveries and edits alike.
 *
 * What comes at about the same time is written in one transaction. When that
 * fails, each is tried alone: nobody's error is another's. It may have been
 * committed; then each is there already, or its claim is over.
 */
export class EventWriter {
  static create(options: EventWriterOptions) {
    return new EventWriter(options);
  }

  /** Gives whether it was written; if not, it is to be tried again. */
  private readonly shared = Batcher.create<PreparedWrite, boolean>({
    size: BATCH,
    work: async writes => {
      const written = await this.together(writes).catch(error => {
        if (writes.length === 1) {
          throw error;
        }
        return undefined;
      });
      return writes.map(write =>
        written ? written.has(write) : this.alone(write),
      );
    },
  });

  /** However many there are, they leave the database to the others. */
  private readonly large = Batcher.create<PreparedWrite, boolean>({
    size: 1,
    work: ([write]) => this.alone(write).then(isWritten => [isWritten]),
  });

  private constructor(private readonly options: EventWriterOptions) {}

  /** @throws ConflictError when the delivery's claim is lost, or the database's error */
  async write(said: EventWrite, resolve: ResolveEntity): Promise<void> {
    const { sourceId, events } = said;
    const entities = NeededEntities.create(this.options);
    for (const event of events) {
      // What the event says by itself is most of what will be asked for.
      const { incidentKey } = event;
      entities.need({ ...foldEvent(undefined, event), sourceId, incidentKey });
    }
    const write = { ...said, entities };
    for (let round = 0; round < MAX_ROUNDS; round++) {
      await entities.fill(resolve);
      const line = events.length > EVENTS_OF_SHARED ? this.large : this.shared;
      if (await line.add(write)) {
        return;
      }
    }
    throw new Error('The incident changed its service again and again');
  }

  private async alone(write: PreparedWrite): Promise<boolean> {
    return (await this.together([write])).has(write);
  }

  /** Gives those that were written: not those that need another entity. */
  private async together(
    writes: readonly PreparedWrite[],
  ): Promise<ReadonlySet<PreparedWrite>> {
    const changed = await this.transact(writes);
    if (changed) {
      this.options.onWritten(changed);
      return new Set(writes);
    }
    const complete = writes.filter(({ entities }) => entities.isComplete);
    return complete.length > 0 && complete.length < writes.length
      ? this.together(complete)
      : new Set();
  }

  private async transact(writes: readonly PreparedWrite[]) {
    const { knex, clock, driver, workflows } = this.options;
    const trx = await knex.transaction();
    try {
      const changed = await applyEvents({
        trx,
        clock,
        driver,
        writes,
        workflows,
      });
      if (changed && writes.every(({ entities }) => entities.isComplete)) {
        await this.settle(trx, writes);
        await trx.commit();
        return changed;
      }
      await trx.rollback();
      return undefined;
    } catch (error) {
      await trx.rollback();
      throw error;
    }
  }

  private async settle(knex: Knex, writes: readonly PreparedWrite[]) {
    const { clock } = this.options;
    const ended: DeliveryClaim[] = [];
    for (const { delivery } of writes) {
      if (delivery?.holdMs !== undefined) {
        const { claim, holdMs: leaseMs } = delivery;
        await extendClaim({ knex, clock, claim, leaseMs });
      } else if (delivery) {
        ended.push(delivery.claim);
      }
    }
    await finishDeliveries({ knex, clock, claims: ended, state: 'processed' });
  }
}
