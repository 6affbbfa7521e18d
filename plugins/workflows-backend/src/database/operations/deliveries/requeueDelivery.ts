import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import type { IncidentDeliveryRow } from '../../rows';

/**
 * Makes a kept delivery due again, whatever became of it. Raises the epoch, so
 * that a worker that is at it right now writes nothing more. Events that are
 * there already stay as they are.
 *
 * @throws NotFoundError
 */
export async function requeueDelivery(options: {
  knex: Knex;
  clock: DatabaseClock;
  id: string;
}): Promise<IncidentDeliveryRow> {
  const { knex, clock, id } = options;
  const [row] = await knex<IncidentDeliveryRow>('incident_deliveries')
    .where({ id })
    .update({
      state: 'received',
      error: null,
      attempts: 0,
      epoch: knex.raw('epoch + 1'),
      due_at: clock.now(knex) as unknown as number,
      processed_at: null,
    })
    .returning('*');
  if (!row) {
    throw new NotFoundError(`No delivery with id '${id}'`);
  }
  return row;
}
