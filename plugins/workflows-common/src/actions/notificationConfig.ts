import { z } from 'zod';

/** @public */
export const NOTIFICATION_SEVERITIES = [
  'critical',
  'high',
  'normal',
  'low',
] as const;

/** @public */
export const notificationConfigSchema = z.strictObject({
  owner: z
    .boolean()
    .meta({
      title: 'The owner',
      description:
        'Of the incident’s entity. Of a group, all its members are told.',
    })
    .optional(),
  assignee: z
    .boolean()
    .meta({
      title: 'The assignee',
      description:
        'Whom the incident is assigned to, found in the catalog by entity ref, name, e-mail address or display name.',
    })
    .optional(),
  recipients: z
    .array(z.string())
    .max(50)
    .meta({
      title: 'Users and groups',
      description:
        'Entity refs, for example group:default/payments or {{ entity.spec.lead }}. Of any other entity, its owner is told.',
    })
    .optional(),
  title: z
    .string()
    .min(1)
    .max(2_048)
    .meta({ title: 'Title', description: 'The notification’s first line.' }),
  description: z
    .string()
    .meta({
      title: 'Description',
      description: 'What stands below the title.',
      'x-workflows-field': 'text',
    })
    .optional(),
  link: z
    .string()
    .max(2_048)
    .meta({
      title: 'Link',
      description:
        'Where it leads: a path in the portal or an http:// or https:// URL. The incident’s page unless set.',
    })
    .optional(),
  severity: z
    .string()
    .meta({
      title: 'Severity',
      description: `${NOTIFICATION_SEVERITIES.join(
        ', ',
      )}, or a template that gives one; normal unless set.`,
      examples: [...NOTIFICATION_SEVERITIES],
    })
    .optional(),
  topic: z
    .string()
    .max(255)
    .meta({
      title: 'Topic',
      description:
        'People may mute a topic in their settings; workflows unless set.',
    })
    .optional(),
  scope: z
    .string()
    .max(240)
    .meta({
      title: 'Replaces',
      description:
        'Notifications with the same text here replace each other, for example {{ incident.id }}. Without it, each one stands by itself.',
    })
    .optional(),
});

/** @public */
export type NotificationConfig = z.infer<typeof notificationConfigSchema>;
