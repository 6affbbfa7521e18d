import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';

/** Makes all failed deliveries of a source due again; gives how many. */
export async function requeueFailed(options: {
  knex: Knex;
  clock: DatabaseClock;
  sourceId: string;
}): Promise<number> {
  const { knex, clock, sourceId } = options;
  return knex('incident_deliveries')
    .where({ source_id: sourceId, state: 'failed' })
    .update({
      state: 'received',
      error: null,
      attempts: 0,
      epoch: knex.raw('epoch + 1'),
      due_at: clock.now(knex),
      processed_at: null,
    });
}
