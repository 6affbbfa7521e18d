import type { Knex } from 'knex';

/** Keeps rows of which one column holds the text, in any case, `%` and `_` literal. */
export function applySearch<T extends Knex.QueryBuilder>(
  query: T,
  text: string | undefined,
  columns: string[],
): T {
  if (text) {
    const pattern = `%${text
      .toLocaleLowerCase('en-US')
      .replace(/[\\%_]/g, '\\$&')}%`;
    query.andWhere(inner => {
      for (const column of columns) {
        inner.orWhereRaw(`lower(??) like ? escape '\\'`, [column, pattern]);
      }
    });
  }
  return query;
}
