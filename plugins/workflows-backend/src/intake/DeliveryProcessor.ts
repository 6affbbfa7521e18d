import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  OrderedIncidentEvent,
  WorkflowsSignal,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { EntityLookup } from '../catalog/EntityLookup';
import type { EntityResolver } from '../catalog/EntityResolver';
import type { DatabaseClock } from '../database/clock';
import { extendClaim } from '../database/operations/deliveries/extendClaim';
import { finishDelivery } from '../database/operations/deliveries/finishDelivery';
import { postponeDelivery } from '../database/operations/deliveries/postponeDelivery';
import type { IncidentDeliveryRow } from '../database/rows';
import { RunnableWorkflows } from '../matcher/RunnableWorkflows';
import { applyDelivery } from './applyDelivery';
import { NeededEntities } from './NeededEntities';
import { type OrderedDelivery, normaliseDelivery } from './normaliseDelivery';
import type { ConfiguredSource } from './readSources';

/** Attempts that a delivery gets; with the pauses about five minutes. */
const MAX_ATTEMPTS = 12;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 60_000;
/**
 * From this attempt on, some seconds after the first, an incident goes without
 * its entity when the catalog does not answer: somebody is waiting for it.
 */
const ATTEMPT_WITHOUT_CATALOG = 4;
/** More events than the claim's lease may be enough for, and what each then gets. */
const MANY_EVENTS = 200;
const LEASE_MS_PER_EVENT = 50;
/** Times that a transaction may find out that it needs another entity. */
const MAX_ROUNDS = 5;

export interface DeliveryProcessorOptions {
  knex: Knex;
  clock: DatabaseClock;
  sources: ReadonlyMap<string, ConfiguredSource>;
  resolver: EntityResolver;
  logger: LoggerService;
  /** Called after the commit with what changed. */
  onProcessed: (changed: WorkflowsSignal[]) => void;
}

/**
 * Turns a claimed delivery into incidents and runs.
 *
 * received → processed, or ignored when it is about no incident, or failed when
 * no sense can be made of it; the reason is kept. Anything else that goes wrong
 * (database, catalog) makes it due again later, up to a number of attempts, then
 * failed. A failed delivery is there to be replayed after a fix.
 *
 * A crash in between leaves it claimed until the lease is over; then it starts
 * again, and since all is written in one transaction it is as if for the first
 * time. Should the lease end while this is still at work, the epoch tells the
 * two apart and the later claim wins.
 */
export class DeliveryProcessor {
  private readonly workflows = RunnableWorkflows.create();

  static create(options: DeliveryProcessorOptions) {
    return new DeliveryProcessor(options);
  }

  private constructor(private readonly options: DeliveryProcessorOptions) {}

  async process(row: IncidentDeliveryRow): Promise<void> {
    const { knex, clock } = this.options;
    const said = this.normalise(row);
    if ('failed' in said) {
      const { failed: error } = said;
      await finishDelivery({ knex, clock, claim: row, state: 'failed', error });
    } else if (said.ignored !== undefined) {
      const { ignored: error } = said;
      await finishDelivery({
        knex,
        clock,
        claim: row,
        state: 'ignored',
        error,
      });
    } else {
      await this.applyOrPostpone(row, said.events);
    }
  }

  private normalise(
    row: IncidentDeliveryRow,
  ): OrderedDelivery | { failed: string } {
    const configured = this.options.sources.get(row.source_id);
    if (!configured) {
      return { failed: `No source '${row.source_id}' in the configuration` };
    }
    try {
      return normaliseDelivery(configured.source, row);
    } catch (error) {
      return { failed: toError(error).message };
    }
  }

  private async applyOrPostpone(
    row: IncidentDeliveryRow,
    events: OrderedIncidentEvent[],
  ) {
    let changed: WorkflowsSignal[];
    try {
      changed = await this.apply(row, events);
    } catch (error) {
      await this.postpone(row, toError(error));
      return;
    }
    this.options.onProcessed(changed);
  }

  private async apply(
    row: IncidentDeliveryRow,
    events: OrderedIncidentEvent[],
  ): Promise<WorkflowsSignal[]> {
    const { knex, clock } = this.options;
    if (events.length > MANY_EVENTS) {
      const leaseMs = events.length * LEASE_MS_PER_EVENT;
      await extendClaim({ knex, clock, claim: row, leaseMs });
    }
    const entities = NeededEntities.create();
    for (const { entityRef, patch } of events) {
      entities.need({ entityRef, service: patch.service });
    }
    const resolve = this.resolverFor(row);
    for (let round = 0; round < MAX_ROUNDS; round++) {
      await entities.fill(resolve);
      const trx = await knex.transaction();
      try {
        const changed = await applyDelivery({
          trx,
          clock,
          sourceId: row.source_id,
          deliveryId: row.id,
          events,
          entities,
          workflows: this.workflows,
        });
        if (entities.isComplete) {
          const state = 'processed';
          await finishDelivery({ knex: trx, clock, claim: row, state });
          await trx.commit();
          return changed;
        }
        await trx.rollback();
      } catch (error) {
        await trx.rollback();
        throw error;
      }
    }
    throw new Error('The incident changed its service again and again');
  }

  /** Asks the catalog; late attempts ask no more after the first failure. */
  private resolverFor(row: IncidentDeliveryRow) {
    const { resolver, logger } = this.options;
    let away = false;
    return async (lookup: EntityLookup) => {
      if (away) {
        return undefined;
      }
      try {
        return await resolver.resolve(lookup);
      } catch (error) {
        if (row.attempts < ATTEMPT_WITHOUT_CATALOG) {
          throw error;
        }
        away = true;
        logger.warn(
          `Delivery ${row.id} goes without the catalog: ${
            toError(error).message
          }`,
        );
        return undefined;
      }
    };
  }

  private async postpone(row: IncidentDeliveryRow, error: Error) {
    const { knex, clock, logger } = this.options;
    logger.warn(`Delivery ${row.id}, attempt ${row.attempts}`, error);
    if (row.attempts >= MAX_ATTEMPTS) {
      await finishDelivery({
        knex,
        clock,
        claim: row,
        state: 'failed',
        error: `Given up after ${row.attempts} attempts: ${error.message}`,
      });
      return;
    }
    await postponeDelivery({
      knex,
      clock,
      claim: row,
      inMs: Math.min(
        FIRST_PAUSE_MS * 2 ** (row.attempts - 1),
        LONGEST_PAUSE_MS,
      ),
      error: error.message,
    });
  }
}
