import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { IncidentDeliveryRow } from '../../rows';

/**
 * A delivery as it was received.
 *
 * @throws NotFoundError
 */
export async function getDelivery(options: {
  knex: Knex;
  id: string;
}): Promise<IncidentDeliveryRow> {
  const row = await options
    .knex<IncidentDeliveryRow>('incident_deliveries')
    .where({ id: options.id })
    .first();
  if (!row) {
    throw new NotFoundError(`No delivery with id '${options.id}'`);
  }
  return row;
}
