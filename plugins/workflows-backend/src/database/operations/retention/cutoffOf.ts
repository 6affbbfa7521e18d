import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import { earliestId } from '../../newId';

/** What is older than a time by the database's clock. */
export interface Cutoff {
  /** Milliseconds. */
  time: number;
  /**
   * What ended before the cutoff was made before it, so only lower ids are looked
   * at: the primary key finds them, and no index on the end is needed.
   */
  id: string;
}

export async function cutoffOf(options: {
  knex: Knex;
  clock: DatabaseClock;
  olderThanMs: number;
}): Promise<Cutoff> {
  const { knex, clock, olderThanMs } = options;
  const [row] = await knex.select(
    knex.raw('? as cutoff', [clock.now(knex, -olderThanMs)]),
  );
  const time = Number(row.cutoff);
  return { time, id: earliestId(Math.max(0, time)) };
}
