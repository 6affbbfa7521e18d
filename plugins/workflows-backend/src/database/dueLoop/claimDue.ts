import type { Knex } from 'knex';
import type { DatabaseClock } from '../clock';

export interface ClaimDueOptions {
  knex: Knex;
  clock: DatabaseClock;
  /** Has the columns `id`, `epoch` and `due_at`, and an index on the last. */
  table: string;
  /** How long the claim holds unless it is renewed. */
  leaseMs: number;
  limit: number;
  /** Leaves out some of what is due. */
  narrow?: (due: Knex.QueryBuilder) => void;
  /** Further columns that a claim sets. */
  set?: Record<string, string | number | null | Knex.Raw>;
}

/**
 * Claims rows that are due, the longest due first, and gives them as they are
 * after the claim.
 *
 * One statement, so that of two workers that look at once only one gets a row:
 * on PostgreSQL the second skips what the first has locked, SQLite has one
 * writer. A claim raises the epoch, so whoever held the row before, and believes
 * that it still does, finds that its writes match nothing. It ends by itself
 * when its lease is over: a worker that died needs no one to clean up.
 */
export async function claimDue<Row extends { id: string }>(
  options: ClaimDueOptions,
): Promise<Row[]> {
  const { knex, clock, table, leaseMs, limit, narrow, set } = options;
  const due = knex(table)
    .select('id')
    // A subselect, so that PostgreSQL takes the volatile clock once and can use
    // the index: otherwise each look reads every row that waits.
    .where('due_at', '<=', knex.raw('(select ?)', [clock.now(knex)]))
    .orderBy('due_at')
    .limit(limit);
  narrow?.(due);
  if (knex.client.config.client === 'pg') {
    due.forUpdate().skipLocked();
  }
  // A CTE, so that PostgreSQL evaluates the limited selection only once.
  return knex(table)
    .with('due', due)
    .whereIn('id', knex.select('id').from('due'))
    .update({
      ...set,
      epoch: knex.raw('epoch + 1'),
      due_at: clock.now(knex, leaseMs),
    })
    .returning('*') as unknown as Promise<Row[]>;
}
