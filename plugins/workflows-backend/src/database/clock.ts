import type { Knex } from 'knex';

/**
 * The one clock of due times, leases and records: the database's own, so that a
 * worker with a wrong clock neither claims early nor twice. Tests pass a
 * {@link ManualClock}.
 */
export interface DatabaseClock {
  /** An SQL expression of the current time plus `plusMs`, in milliseconds. */
  now(knex: Knex, plusMs?: number): Knex.Raw;
}

export const databaseClock: DatabaseClock = {
  now: (knex, plusMs = 0) =>
    knex.client.config.client === 'pg'
      ? knex.raw(
          '((extract(epoch from clock_timestamp()) * 1000)::bigint + ?::bigint)',
          [plusMs],
        )
      : knex.raw("(cast(unixepoch('subsec') * 1000 as integer) + ?)", [plusMs]),
};

/** A clock that stands still until a test moves it. */
export class ManualClock implements DatabaseClock {
  constructor(private ms: number = Date.UTC(2030, 0, 1)) {}

  advance(ms: number) {
    this.ms += ms;
  }

  read(): number {
    return this.ms;
  }

  now(knex: Knex, plusMs: number = 0) {
    return knex.client.config.client === 'pg'
      ? knex.raw('?::bigint', [this.ms + plusMs])
      : knex.raw('?', [this.ms + plusMs]);
  }
}
