import { ServiceUnavailableError, toError } from '@backstage/errors';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../database/clock';
import { findDeliveryId } from '../database/operations/deliveries/findDeliveryId';
import {
  type NewDelivery,
  insertDelivery,
} from '../database/operations/deliveries/insertDelivery';

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
 */
export class Inbox {
  private waiting = 0;

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
    const kept = this.insert(delivery, answerMs).finally(() => this.waiting--);
    let timer: NodeJS.Timeout;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`no answer in ${answerMs} ms`)),
        answerMs,
      );
    });
    try {
      return await Promise.race([kept, late]);
    } catch (error) {
      // Its message may hold the statement; senders are told no more than needed.
      logger.error('A delivery was not kept', toError(error));
      throw new ServiceUnavailableError(
        'The delivery could not be kept; try again in a moment',
      );
    } finally {
      clearTimeout(timer!);
    }
  }

  private async insert(
    delivery: NewDelivery,
    timeoutMs: number,
  ): Promise<KeptDelivery> {
    const { knex, clock } = this.options;
    const id = await insertDelivery({ knex, clock, delivery, timeoutMs });
    if (id !== undefined) {
      return { id, duplicate: false };
    }
    const { sourceId, deliveryKey } = delivery;
    const known = await findDeliveryId({
      knex,
      sourceId,
      deliveryKey,
      timeoutMs,
    });
    if (known === undefined) {
      throw new Error('The copy of the delivery was removed in between');
    }
    return { id: known, duplicate: true };
  }
}
