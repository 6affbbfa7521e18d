import { z } from 'zod';

const textByName = z.record(z.string(), z.string());

const alertSchema = z.object({
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
  alerts: z.array(alertSchema),
});

export type AlertmanagerPayload = z.infer<typeof alertmanagerPayloadSchema>;
export type Alert = AlertmanagerPayload['alerts'][number];
