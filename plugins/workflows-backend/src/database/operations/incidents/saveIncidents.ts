import type { Knex } from 'knex';
import type { IncidentRow } from '../../rows';

/** Columns that are written once. */
const NAMING = ['id', 'source_id', 'incident_key', 'created_at'] as const;
/** Columns that events may change. */
const FOLDED = [
  'status',
  'episode',
  'title',
  'entity_ref',
  'owner_ref',
  'system_ref',
  'entity_resolution',
  'folded',
  'last_occurred_at',
  'last_order_key',
  'due_at',
  'open_since',
  'open_known_at',
  'unacknowledged_since',
  'unacknowledged_known_at',
  'updated_at',
] as const satisfies ReadonlyArray<keyof IncidentRow>;

/**
 * Writes what the events of incidents say together: of those that are locked, and
 * of those that were not there. Another transaction may have made one of the
 * latter since; the insert waits for it, and the row keeps its id, so it is left
 * as it is.
 *
 * @returns whether all were written; if not, the caller rolls back and begins
 * again, and then sees the other's row
 */
export async function saveIncidents(options: {
  trx: Knex.Transaction;
  /** In the order of their names. */
  rows: readonly IncidentRow[];
}): Promise<boolean> {
  const { trx, rows } = options;
  if (rows.length === 0) {
    return true;
  }
  const written = await trx('incidents')
    .insert(
      rows.map(row =>
        Object.fromEntries(
          [...NAMING, ...FOLDED].map(column => [column, row[column]]),
        ),
      ),
    )
    .onConflict(['source_id', 'incident_key'])
    .merge([...FOLDED])
    .where('incidents.id', trx.ref('excluded.id'))
    .returning('id');
  return written.length === rows.length;
}
