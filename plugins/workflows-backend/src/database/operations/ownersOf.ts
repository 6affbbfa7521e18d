import type { Knex } from 'knex';
import type { OwnedResource } from '../../permissions/OwnerQuery';

/** Whose the rows with these ids are, in the ids' order; `undefined` where there is none. */
export async function ownersOf(options: {
  knex: Knex;
  table: 'workflows' | 'workflow_executions' | 'incidents';
  ids: readonly string[];
}): Promise<Array<OwnedResource | undefined>> {
  const { knex, table, ids } = options;
  const rows: Array<{ id: string; owner_ref: string | null }> = await knex(
    table,
  )
    .select('id', 'owner_ref')
    .whereIn('id', ids);
  const byId = new Map(
    rows.map(row => [row.id, { ownerRef: row.owner_ref || undefined }]),
  );
  return ids.map(id => byId.get(id));
}
