import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import type { OwnerFilter, OwnerQuery } from '../permissions/OwnerQuery';

/**
 * Keeps the rows that a filter lets through. Never NULL, so that a NOT around
 * it is its opposite.
 */
export function applyOwnerFilter<T extends Knex.QueryBuilder>(
  query: T,
  filter: OwnerFilter | undefined,
  column: string,
): T {
  if (filter) {
    query.andWhere(inner => apply(inner, filter, column));
  }
  return query;
}

function apply(
  query: Knex.QueryBuilder,
  filter: PermissionCriteria<OwnerQuery>,
  column: string,
): void {
  if ('not' in filter) {
    query.whereNot(inner => apply(inner, filter.not, column));
  } else if ('allOf' in filter) {
    for (const part of filter.allOf) {
      query.andWhere(inner => apply(inner, part, column));
    }
  } else if ('anyOf' in filter) {
    for (const part of filter.anyOf) {
      query.orWhere(inner => apply(inner, part, column));
    }
  } else {
    const { ownerRefs } = filter;
    query.where(inner => inner.whereNotNull(column).whereIn(column, ownerRefs));
    if (ownerRefs.includes('')) {
      query.orWhereNull(column);
    }
  }
}
