import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';

/**
 * Says to an incident's runs that end with it that they are to end, and wakes
 * those that wait. The epoch stays: a run that is in the middle of a step records
 * its result, and the write that would start the next one is refused. Gives their
 * ids.
 */
export async function stopResolvedRuns(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  incidentId: string;
}): Promise<string[]> {
  const { trx, clock, incidentId } = options;
  const rows: Array<{ id: string }> = await trx('workflow_executions')
    .where({ incident_id: incidentId, stop_when_resolved: true })
    .whereNotNull('due_at')
    .update({
      stop_code: 'incident_resolved',
      due_at: trx.raw("case when status = 'RUNNING' then due_at else ? end", [
        clock.now(trx),
      ]),
    })
    .returning('id');
  return rows.map(({ id }) => id);
}
