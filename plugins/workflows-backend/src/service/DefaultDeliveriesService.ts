import type {
  DeliveryCounts,
  DeliveryDetail,
  DeliverySummary,
  ListDeliveriesQuery,
  Page,
  ReplayDeliveriesRequest,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { fromJson, toIso, toOptionalIso } from '../database/conversion';
import { countFailed } from '../database/operations/deliveries/countFailed';
import { getDelivery } from '../database/operations/deliveries/getDelivery';
import {
  type DeliverySummaryRow,
  listDeliveries,
} from '../database/operations/deliveries/listDeliveries';
import type { Intake } from '../intake/Intake';
import type { DeliveriesService } from './types';

/** What is used of the intake. */
type Replays = Pick<Intake, 'replay' | 'replayFailed'>;

/** The inbox, for admins. */
export class DefaultDeliveriesService implements DeliveriesService {
  static create(options: { knex: Knex; intake: Replays }) {
    return new DefaultDeliveriesService(options.knex, options.intake);
  }

  private constructor(
    private readonly knex: Knex,
    private readonly intake: Replays,
  ) {}

  async list(query: ListDeliveriesQuery): Promise<Page<DeliverySummary>> {
    const { items, ...rest } = await listDeliveries({
      knex: this.knex,
      ...query,
    });
    return { ...rest, items: items.map(toSummary) };
  }

  async get(id: string): Promise<DeliveryDetail> {
    const row = await getDelivery({ knex: this.knex, id });
    return {
      ...toSummary(row),
      deliveryKey: row.delivery_key,
      headers: fromJson(row.headers),
      body: row.body,
    };
  }

  async counts(): Promise<DeliveryCounts> {
    const sources = await countFailed({ knex: this.knex });
    return {
      failed: sources.reduce((sum, { failed }) => sum + failed, 0),
      sources,
    };
  }

  async replay(id: string): Promise<DeliverySummary> {
    return toSummary(await this.intake.replay(id));
  }

  async replayFailed({
    sourceId,
  }: ReplayDeliveriesRequest): Promise<{ replayed: number }> {
    return { replayed: await this.intake.replayFailed(sourceId) };
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
