import type { JsonObject } from '@backstage/types';
import { z } from 'zod';

const textByName = z.record(z.string(), z.string());

export const alertSchema = z.object({
  status: z.enum(['firing', 'resolved']).optional(),
  labels: textByName,
  annotations: textByName.default({}),
  startsAt: z.iso.datetime({ offset: true }),
  endsAt: z.iso.datetime({ offset: true }).optional(),
  generatorURL: z.string().optional(),
  /** Only since version 4 of the format. */
  fingerprint: z.string().min(1).optional(),
});

/**
 * What Alertmanager posts to a webhook receiver; source:
 * https://prometheus.io/docs/alerting/latest/configuration/#webhook_config.
 * Older versions leave out fingerprints, and their group key is a number.
 */
export const alertmanagerPayloadSchema = z.object({
  status: z.enum(['firing', 'resolved']).optional(),
  receiver: z.string().optional(),
  groupKey: z.union([z.string(), z.number().transform(String)]).optional(),
  groupLabels: textByName.default({}),
  commonLabels: textByName.default({}),
  commonAnnotations: textByName.default({}),
  externalURL: z.string().optional(),
  /** How many alerts of the group are left out, by `max_alerts`. */
  truncatedAlerts: z.number().optional(),
  alerts: z.array(alertSchema),
});

export type Alert = z.infer<typeof alertSchema>;

/** A delivery whose alerts may say more than Alertmanager's do. */
export type AlertDelivery<A extends Alert = Alert> = Omit<
  z.infer<typeof alertmanagerPayloadSchema>,
  'alerts'
> & {
  alerts: A[];
  /** For people; of a group. */
  title?: string;
};

/** What a sender says of an alert beyond Alertmanager's format. */
export interface AlertDetails {
  url?: string;
  metadata?: JsonObject;
}
