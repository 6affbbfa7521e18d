import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../database/clock';
import {
  type Cutoff,
  cutoffOf,
} from '../database/operations/retention/cutoffOf';
import { deleteDeliveries } from '../database/operations/retention/deleteDeliveries';
import { deleteIncidents } from '../database/operations/retention/deleteIncidents';
import { deleteExecutions } from '../database/operations/retention/deleteExecutions';

/** How long what has ended is kept, in milliseconds. */
export interface RetentionTimes {
  executionsMs: number;
  deliveriesMs: number;
  /** For ever when absent. */
  incidentsMs?: number;
}

/** Of one transaction: short, so that SQLite's one writer is free again soon. */
const BATCH = 200;

/** Removes what has ended and is older than it is kept, in small batches. */
export async function removeOld(options: {
  knex: Knex;
  clock: DatabaseClock;
  retention: RetentionTimes;
  logger: LoggerService;
  /** Aborts when the backend stops; what is left is for the next time. */
  signal: AbortSignal;
  batch?: number;
}): Promise<void> {
  const { knex, clock, retention, logger, signal, batch = BATCH } = options;
  const tasks = [
    ['executions', retention.executionsMs, deleteExecutions],
    ['deliveries', retention.deliveriesMs, deleteDeliveries],
    ['incidents', retention.incidentsMs, deleteIncidents],
  ] as const;
  for (const [name, olderThanMs, remove] of tasks) {
    if (olderThanMs === undefined) {
      continue;
    }
    const cutoff: Cutoff = await cutoffOf({ knex, clock, olderThanMs });
    let removed = 0;
    for (let last = batch; last === batch && !signal.aborted; removed += last) {
      last = await knex.transaction(trx =>
        remove({ trx, cutoff, limit: batch }),
      );
    }
    if (removed > 0) {
      logger.info(`Removed ${removed} ${name} that ended long ago`);
    }
  }
}
