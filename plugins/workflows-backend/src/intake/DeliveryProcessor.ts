import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { OrderedIncidentEvent } from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { EntityResolver } from '../catalog/EntityResolver';
import type { DatabaseClock } from '../database/clock';
import { finishDeliveries } from '../database/operations/deliveries/finishDeliveries';
import { postponeDelivery } from '../database/operations/deliveries/postponeDelivery';
import type { IncidentDeliveryRow } from '../database/rows';
import { actorOf, doorSource, isDoor } from './doors/doors';
import type { EventWriter } from './EventWriter';
import type { ResolveEntity } from './NeededEntities';
import { causingExecution } from './causingExecution';
import { type OrderedDelivery, normaliseDelivery } from './normaliseDelivery';
import type { ConfiguredSource } from './readSources';
import { toPieces } from './toPieces';

/** Attempts that a delivery gets; with the pauses about five minutes. */
const MAX_ATTEMPTS = 12;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 60_000;
/**
 * From this attempt on, some seconds after the first, an incident goes without
 * its entity when the catalog does not answer: somebody is waiting for it.
 */
const ATTEMPT_WITHOUT_CATALOG = 4;
/**
 * Events of one transaction: short, so that hooks get at SQLite's one connection
 * in between, and so that the lease is enough for each.
 */
const EVENTS_PER_PIECE = 50;
/** Longer than a piece takes; a worker that died leaves it for so long. */
export const LEASE_MS = 10_000;

export interface DeliveryProcessorOptions {
  knex: Knex;
  clock: DatabaseClock;
  sources: ReadonlyMap<string, ConfiguredSource>;
  resolver: EntityResolver;
  writer: EventWriter;
  logger: LoggerService;
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
 * again. A large delivery is written piece by piece, each in one transaction that
 * also renews the lease, the last one with the new state: what was written before
 * a crash is there already and left as it is. Should the lease end while this is
 * still at work, the epoch tells the two apart and the later claim wins.
 */
export class DeliveryProcessor {
  static create(options: DeliveryProcessorOptions) {
    return new DeliveryProcessor(options);
  }

  private constructor(private readonly options: DeliveryProcessorOptions) {}

  async process(row: IncidentDeliveryRow): Promise<void> {
    const said = this.normalise(row);
    if ('failed' in said) {
      await this.finish(row, 'failed', said.failed);
    } else if (said.ignored !== undefined) {
      await this.finish(row, 'ignored', said.ignored);
    } else {
      await this.applyOrPostpone(row, said.events);
    }
  }

  private normalise(
    row: IncidentDeliveryRow,
  ): OrderedDelivery | { failed: string } {
    const source = isDoor(row.source_id)
      ? doorSource
      : this.options.sources.get(row.source_id)?.source;
    if (!source) {
      return { failed: `No source '${row.source_id}' in the configuration` };
    }
    try {
      return normaliseDelivery(source, row);
    } catch (error) {
      return { failed: toError(error).message };
    }
  }

  private async applyOrPostpone(
    row: IncidentDeliveryRow,
    events: OrderedIncidentEvent[],
  ) {
    try {
      await this.apply(row, events);
    } catch (error) {
      await this.postpone(row, toError(error));
    }
  }

  private async apply(
    row: IncidentDeliveryRow,
    events: OrderedIncidentEvent[],
  ) {
    const { writer } = this.options;
    const resolve = this.resolverFor(row);
    const origin = {
      deliveryId: row.id,
      actorRef: actorOf(row),
      causedBy: causingExecution(row),
    };
    const pieces = toPieces(events, EVENTS_PER_PIECE);
    for (const [index, piece] of pieces.entries()) {
      const isLast = index === pieces.length - 1;
      const write = {
        sourceId: row.source_id,
        origin,
        events: piece,
        delivery: { claim: row, ...(!isLast && { holdMs: LEASE_MS }) },
      };
      await writer.write(write, resolve);
    }
  }

  private async finish(
    claim: IncidentDeliveryRow,
    state: 'ignored' | 'failed',
    error: string,
  ) {
    const { knex, clock } = this.options;
    await finishDeliveries({ knex, clock, claims: [claim], state, error });
  }

  /** Asks the catalog; late attempts ask no more after the first failure. */
  private resolverFor(row: IncidentDeliveryRow): ResolveEntity {
    const { resolver, logger } = this.options;
    let away = false;
    return async lookup => {
      if (away) {
        return 'away';
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
        return 'away';
      }
    };
  }

  private async postpone(row: IncidentDeliveryRow, error: Error) {
    const { knex, clock, logger } = this.options;
    logger.warn(`Delivery ${row.id}, attempt ${row.attempts}`, error);
    if (row.attempts >= MAX_ATTEMPTS) {
      const reason = `Given up after ${row.attempts} attempts: ${error.message}`;
      await this.finish(row, 'failed', reason);
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
