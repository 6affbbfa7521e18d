import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import type { IncidentRow } from '../../rows';

/** What names an incident for good. */
export interface IncidentName {
  sourceId: string;
  incidentKey: string;
}

/**
 * The rows of those incidents that are there, locked until the transaction ends:
 * deliveries of one incident are folded one after the other, so that each sees
 * what the one before it changed. In the order of their names, or two could wait
 * for each other; those that are not there yet are made after all locks are held
 * and in the same order, see `saveIncidents`.
 */
export async function lockIncidents(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  names: readonly IncidentName[];
}): Promise<{
  rows: IncidentRow[];
  /** Read after the locks are held, so not before what they waited for. */
  nowMs: number;
}> {
  const { trx, clock, names } = options;
  const rows: IncidentRow[] = await trx('incidents')
    .whereIn(
      ['source_id', 'incident_key'],
      names.map(({ sourceId, incidentKey }) => [sourceId, incidentKey]),
    )
    .orderBy(['source_id', 'incident_key'])
    .forUpdate();
  const [{ now }] = await trx.select(trx.raw('? as now', [clock.now(trx)]));
  return { rows, nowMs: Number(now) };
}
