import { z } from 'zod';
import { idText, looseList, looseObject, looseText } from '../looseText';

/*
 * What Sentry's integrations post; source:
 * https://docs.sentry.io/organization/integrations/integration-platform/webhooks/
 */

export const envelopeSchema = z.object({
  data: z.object({
    issue: z.unknown().optional(),
    event: z.unknown().optional(),
    metric_alert: z.unknown().optional(),
  }),
});

export const issueSchema = z.object({
  action: looseText,
  data: z.object({
    issue: z.object({
      id: idText,
      shortId: looseText,
      title: looseText,
      culprit: looseText,
      level: looseText,
      priority: looseText,
      status: looseText,
      substatus: looseText,
      platform: looseText,
      project: looseObject({ slug: looseText }),
      assignedTo: looseObject({
        type: looseText,
        name: looseText,
        email: looseText,
      }),
      web_url: looseText,
      permalink: looseText,
      firstSeen: looseText,
      lastSeen: looseText,
      count: looseText,
      userCount: looseText,
    }),
  }),
});

/** Pairs, of which the form with `key` and `value` is Sentry's other one. */
const tags = looseList(
  z.union([
    z.tuple([z.string().min(1), z.string()]),
    z
      .object({ key: z.string().min(1), value: z.string() })
      .transform(({ key, value }): [string, string] => [key, value]),
  ]),
);

/** An event of an issue. Its times are ISO 8601 or seconds with a fraction. */
const eventShape = {
  event_id: looseText,
  title: looseText,
  culprit: looseText,
  level: looseText,
  platform: looseText,
  environment: looseText,
  release: looseText,
  tags,
  /** By the clock of what has the problem. */
  timestamp: looseText,
  /** By Sentry's. */
  received: looseText,
};

export const eventAlertSchema = z.object({
  data: z.object({
    event: z.object({
      ...eventShape,
      datetime: looseText,
      issue_id: looseText,
      issue_url: looseText,
      /** Of the API; the only place that names the project. */
      url: looseText,
      web_url: looseText,
    }),
    triggered_rule: looseText,
    issue_alert: looseObject({ title: looseText }),
  }),
});

export const metricAlertSchema = z.object({
  action: z.enum(['critical', 'warning', 'resolved']),
  data: z.object({
    metric_alert: z.object({
      id: idText,
      title: looseText,
      date_closed: looseText,
      date_started: looseText,
      alert_rule: looseObject({ name: looseText }),
      projects: looseList(z.string()),
    }),
    description_title: looseText,
    description_text: looseText,
    web_url: looseText,
  }),
});

/** What the older WebHooks plugin posts, of an alert on an issue. */
export const pluginSchema = z.object({
  id: idText,
  project_slug: looseText,
  level: looseText,
  culprit: looseText,
  url: looseText,
  triggering_rules: looseList(z.string()),
  event: z.object(eventShape),
});

export type Issue = z.infer<typeof issueSchema>['data']['issue'];
export type EventAlert = z.infer<typeof eventAlertSchema>['data'];
export type MetricAlert = z.infer<typeof metricAlertSchema>;
export type PluginAlert = z.infer<typeof pluginSchema>;
export type SentryEvent = PluginAlert['event'];
