import type { Page } from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';

const DEFAULT_LIMIT = 50;

/** Which part of a list, newest first; ids are time-ordered. */
export interface PageQuery {
  /** Give what comes after this id. */
  after?: string;
  limit?: number;
}

/**
 * One page of a query whose filters are all in place. Reads one row more than
 * asked for, to know whether there is another page.
 */
export async function readPage<TRow extends { id: string }>(
  query: Knex.QueryBuilder,
  idColumn: string,
  { after, limit = DEFAULT_LIMIT }: PageQuery,
): Promise<Page<TRow>> {
  if (after !== undefined) {
    query.where(idColumn, '<', after);
  }
  const rows: TRow[] = await query.orderBy(idColumn, 'desc').limit(limit + 1);
  const items = rows.slice(0, limit);
  return rows.length > limit
    ? { items, nextAfter: items[items.length - 1].id }
    : { items };
}
