import { ServiceUnavailableError, toError } from '@backstage/errors';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { Batcher } from '../database/Batcher';
import type { DatabaseClock } from '../database/clock';
import { findDeliveryIds } from '../database/operations/deliveries/findDeliveryIds';
import {
  type NewDelivery,
  insertDeliveries,
} from '../database/operations/deliveries/insertDeliveries';
import { inTime } from '../inTime';

/** What a sender waits at most, with time left for its answer within 3 s. */
const ANSWER_MS = 2_500;
/** Deliveries that wait for the database at a time; each holds its body. */
const MAX_WAITING = 200;

export interface KeptDelivery {
  id: string;
  /** Whether a copy of it was there before. */
  duplicate: boolean;
}

/**
 * Keeps deliveries, or says in time that it cannot: an answer that the sender
 * may try again is worth more than a late one. Knex itself would wait a minute
 * for a connection. A delivery that is given up may still be kept a moment
 * later; the sender's next try is then a duplicate. Until it is known what
 * became of it, it counts as waiting, so that a database that is away does not
 * fill the memory.
 *
 * Those that come at about the same time are kept by one statement, and none is
 * given as kept before its commit. When it fails each is tried alone, so that
 * none is refused for another.
 */
export class Inbox {
  private waiting = 0;
  private readonly inserts = Batcher.create<NewDelivery, KeptDelivery>({
    work: async deliveries => {
      const kept = await this.insert(deliveries).catch(error => {
        if (deliveries.length === 1) {
          throw error;
        }
        return undefined;
      });
      return kept ?? deliveries.map(async one => (await this.insert([one]))[0]);
    },
  });

  static create(options: {
    knex: Knex;
    clock: DatabaseClock;
    logger: LoggerService;
    answerMs?: number;
    maxWaiting?: number;
  }) {
    return new Inbox(options);
  }

  private constructor(
    private readonly options: {
      knex: Knex;
      clock: DatabaseClock;
      logger: LoggerService;
      answerMs?: number;
      maxWaiting?: number;
    },
  ) {}

  /** @throws ServiceUnavailableError when overloaded or without database */
  async keep(delivery: NewDelivery): Promise<KeptDelivery> {
    const {
      logger,
      answerMs = ANSWER_MS,
      maxWaiting = MAX_WAITING,
    } = this.options;
    if (this.waiting >= maxWaiting) {
      throw new ServiceUnavailableError(
        'Too many deliveries wait to be kept; try again in a moment',
      );
    }
    this.waiting++;
    const kept = this.inserts.add(delivery).finally(() => this.waiting--);
    try {
      return await inTime(kept, answerMs);
    } catch (error) {
      // Its message may hold the statement; senders are told no more than needed.
      logger.error('A delivery was not kept', toError(error));
      throw new ServiceUnavailableError(
        'The delivery could not be kept; try again in a moment',
      );
    }
  }

  private async insert(
    deliveries: readonly NewDelivery[],
  ): Promise<KeptDelivery[]> {
    const { knex, clock, answerMs: timeoutMs = ANSWER_MS } = this.options;
    const base = { knex, timeoutMs };
    const ids = await insertDeliveries({ ...base, clock, deliveries });
    const copies = deliveries.filter((_, index) => ids[index] === undefined);
    const known = await findDeliveryIds({ ...base, names: copies });
    return deliveries.map((delivery, index) => {
      const id = ids[index] ?? known[copies.indexOf(delivery)];
      if (id === undefined) {
        throw new Error('The copy of the delivery was removed in between');
      }
      return { id, duplicate: ids[index] === undefined };
    });
  }
}
