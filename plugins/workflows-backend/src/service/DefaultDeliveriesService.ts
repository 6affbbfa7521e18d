import type {
  DeliverySummary,
  ListDeliveriesQuery,
  Page,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { toIso, toOptionalIso } from '../database/conversion';
import {
  type DeliverySummaryRow,
  listDeliveries,
} from '../database/operations/deliveries/listDeliveries';
import type { DeliveriesService } from './types';

/** The inbox, for admins. */
export class DefaultDeliveriesService implements DeliveriesService {
  static create(options: {
    knex: Knex;
    intake: { replay(deliveryId: string): Promise<DeliverySummaryRow> };
  }) {
    return new DefaultDeliveriesService(options.knex, options.intake);
  }

  private constructor(
    private readonly knex: Knex,
    private readonly intake: {
      replay(deliveryId: string): Promise<DeliverySummaryRow>;
    },
  ) {}

  async list(query: ListDeliveriesQuery): Promise<Page<DeliverySummary>> {
    const { items, ...rest } = await listDeliveries({
      knex: this.knex,
      ...query,
    });
    return { ...rest, items: items.map(toSummary) };
  }

  async replay(id: string): Promise<DeliverySummary> {
    return toSummary(await this.intake.replay(id));
  }
}

function toSummary(row: DeliverySummaryRow): DeliverySummary {
  return {
    id: row.id,
    sourceId: row.source_id,
    state: row.state,
    ...(row.error && { error: row.error }),
    attempts: row.attempts,
    receivedAt: toIso(row.received_at),
    ...(row.processed_at !== null && {
      processedAt: toOptionalIso(row.processed_at),
    }),
  };
}
