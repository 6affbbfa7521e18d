import type {
  ListDeliveriesQuery,
  Page,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { readPage } from '../../page';
import type { IncidentDeliveryRow } from '../../rows';

/** A delivery without what it carried. */
export type DeliverySummaryRow = Omit<IncidentDeliveryRow, 'body' | 'headers'>;

/** One page of deliveries, newest first. */
export async function listDeliveries(
  options: { knex: Knex } & ListDeliveriesQuery,
): Promise<Page<DeliverySummaryRow>> {
  const { knex, state, sourceId, ...page } = options;
  const query = knex('incident_deliveries').select(
    'id',
    'source_id',
    'state',
    'error',
    'attempts',
    'received_at',
    'processed_at',
  );
  if (state) {
    query.where({ state });
  }
  if (sourceId) {
    query.where({ source_id: sourceId });
  }
  return readPage(query, 'id', page);
}
