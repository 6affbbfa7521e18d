import type { Knex } from 'knex';

/**
 * Says that what may run has changed. Intake holds a share of this row while it
 * inserts executions, so a caller that bumps *before* it cancels pending ones
 * waits for such an insert and then sees its rows: after `disable` has answered,
 * nothing more starts.
 */
export async function bumpRevision(trx: Knex.Transaction): Promise<void> {
  await trx('workflow_state')
    .where({ name: 'revision' })
    .update({ value: trx.raw('cast(cast(value as integer) + 1 as text)') });
}
