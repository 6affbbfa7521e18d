import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import { newId } from '../../newId';
import type { IncidentRow } from '../../rows';

/**
 * The row of a source's incident, made when it is not there, and locked until
 * the transaction ends: deliveries of one incident are folded one after the
 * other, so that each sees what the one before it changed. On PostgreSQL an
 * insert of the same incident elsewhere is waited for by the insert here, and
 * its row seen by the select after it. Whoever locks several goes by the order
 * of their keys, or two could wait for each other.
 */
export async function lockIncident(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  sourceId: string;
  incidentKey: string;
}): Promise<{ row: IncidentRow; isNew: boolean }> {
  const { trx, clock, sourceId, incidentKey } = options;
  const [inserted] = await trx('incidents')
    .insert({
      id: newId(),
      source_id: sourceId,
      incident_key: incidentKey,
      // Until the first event is folded, still in this transaction.
      status: 'triggered',
      episode: 0,
      title: '',
      folded: '{}',
      created_at: clock.now(trx),
      updated_at: clock.now(trx),
    })
    .onConflict(['source_id', 'incident_key'])
    .ignore()
    .returning('*');
  if (inserted) {
    return { row: inserted, isNew: true };
  }
  const row = await trx('incidents')
    .where({ source_id: sourceId, incident_key: incidentKey })
    .forUpdate()
    .first();
  return { row, isNew: false };
}
