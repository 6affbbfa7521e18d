import type { Knex } from 'knex';
import type { DatabaseClock } from '../clock';

/** For how many milliseconds the longest due row has been due; 0 when none is. */
export async function oldestDueMs(options: {
  knex: Knex;
  clock: DatabaseClock;
  table: string;
  /** Leaves out some of what is due. */
  narrow?: (due: Knex.QueryBuilder) => void;
}): Promise<number> {
  const { knex, clock, table, narrow } = options;
  const due = knex(table)
    .select(knex.raw('? - due_at as age', [clock.now(knex)]))
    .where('due_at', '<=', knex.raw('(select ?)', [clock.now(knex)]))
    .orderBy('due_at')
    .limit(1);
  narrow?.(due);
  const [oldest] = await due;
  return Number(oldest?.age ?? 0);
}
