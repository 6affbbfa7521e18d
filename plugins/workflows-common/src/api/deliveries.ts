import { z } from 'zod';
import type { DeliverySummary } from './schemas';

/** @public */
export const replayDeliveriesSchema = z.strictObject({
  /** The source whose failed deliveries are processed again. */
  sourceId: z.string().min(1).max(120),
});

/** @public */
export type ReplayDeliveriesRequest = z.infer<typeof replayDeliveriesSchema>;

/**
 * A delivery as it was received.
 *
 * @public
 */
export interface DeliveryDetail extends DeliverySummary {
  /** What made it one of a kind at its source. */
  deliveryKey: string;
  /** Without credentials. */
  headers: Record<string, string>;
  /** The exact text. */
  body: string;
}

/**
 * How many deliveries failed and wait for a fix.
 *
 * @public
 */
export interface DeliveryCounts {
  failed: number;
  /** Only sources with failed ones, by name. */
  sources: Array<{ sourceId: string; failed: number }>;
}
