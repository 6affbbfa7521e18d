import type { ExecutionDriver } from 'backstage-plugin-workflows-node';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';

/**
 * Says to the runs that end with their incident that they are to end, and wakes
 * those that wait. The epoch stays: a run that is in the middle of a step records
 * its result, and the write that would start the next one is refused; should it
 * begin to wait instead, its wait is over at once. Gives their ids.
 */
export async function stopResolvedRuns(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  driver: Pick<ExecutionDriver, 'enqueue'>;
  incidentIds: readonly string[];
}): Promise<string[]> {
  const { trx, clock, driver, incidentIds } = options;
  if (incidentIds.length === 0) {
    return [];
  }
  const rows: Array<{ id: string; status: string }> = await trx(
    'workflow_executions',
  )
    .whereIn('incident_id', incidentIds)
    .where({ stop_when_resolved: true })
    .whereNotNull('due_at')
    .update({
      stop_code: 'incident_resolved',
      due_at: trx.raw("case when status = 'RUNNING' then due_at else ? end", [
        clock.now(trx),
      ]),
    })
    .returning(['id', 'status']);
  const due = rows.filter(({ status }) => status !== 'RUNNING');
  if (due.length > 0) {
    await driver.enqueue(
      trx,
      due.map(({ id }) => id),
    );
  }
  return rows.map(({ id }) => id);
}
