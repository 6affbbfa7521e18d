import { z } from 'zod';
import { incidentConfigSchema } from '../actions/incidentConfig';
import { jiraConfigSchema } from '../actions/jiraConfig';
import { linearConfigSchema } from '../actions/linearConfig';
import { notificationConfigSchema } from '../actions/notificationConfig';
import { runbookConfigSchema } from '../actions/runbookConfig';
import { slackConfigSchema } from '../actions/slackConfig';
import { webhookConfigSchema } from '../actions/webhookConfig';
import { CONDITION_MATCHES, conditionSchema } from '../conditions/schema';
import { durationSchema } from '../duration';
import { jsonValueSchema } from '../json';
import { LIMITS } from '../limits';
import { onceSchema, triggerConfigSchema } from './triggerSchema';

const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be 1 to 64 letters, digits, _ or -');

const labelSchema = z
  .string()
  .max(120)
  .meta({ title: 'Label', description: 'What the canvas shows.' })
  .optional();

const positionSchema = z.strictObject({
  x: z.number(),
  y: z.number(),
});

/**
 * How an action's attempts repeat: exponential with full jitter, so that the
 * delay before attempt n+1 is random between 0 and
 * `min(maxDelay, initialDelay * factor^(n-1))`; a receiver's `Retry-After` is
 * the least. Unset fields take the defaults of {@link DEFAULT_RETRY_POLICY}.
 *
 * @public
 */
export const retryPolicySchema = z.strictObject({
  attempts: z
    .int()
    .min(1)
    .max(LIMITS.attempts)
    .meta({ title: 'Attempts', description: 'The first one included.' })
    .optional(),
  initialDelay: durationSchema(LIMITS.delayMs)
    .meta({ title: 'First delay' })
    .optional(),
  factor: z.number().min(1).max(10).meta({ title: 'Factor' }).optional(),
  maxDelay: durationSchema(LIMITS.delayMs)
    .meta({ title: 'Longest delay' })
    .optional(),
});

/** @public */
export type RetryPolicy = z.infer<typeof retryPolicySchema>;

/** @public */
export const DEFAULT_RETRY_POLICY: Required<RetryPolicy> = {
  attempts: 4,
  initialDelay: '2s',
  factor: 3,
  maxDelay: '5min',
};

const actionBase = {
  label: labelSchema,
  onError: z
    .enum(['stop', 'continue'])
    .meta({
      title: 'When it fails',
      description: 'Stop the run (the default), or go on with the next step.',
    })
    .optional(),
  retry: retryPolicySchema.meta({ title: 'Retries' }).optional(),
  timeout: durationSchema(LIMITS.attemptTimeoutMs, 1_000)
    .meta({
      title: 'Attempt timeout',
      description: 'How long one attempt may take; 30s unless set.',
    })
    .optional(),
};

/** @public */
export const webhookActionDataSchema = z.strictObject({
  ...actionBase,
  actionType: z.literal('webhook'),
  config: webhookConfigSchema,
});

/** @public */
export const jiraActionDataSchema = z.strictObject({
  ...actionBase,
  actionType: z.literal('jira'),
  config: jiraConfigSchema,
});

/** @public */
export const linearActionDataSchema = z.strictObject({
  ...actionBase,
  actionType: z.literal('linear'),
  config: linearConfigSchema,
});

/** @public */
export const runbookActionDataSchema = z.strictObject({
  ...actionBase,
  actionType: z.literal('runbook'),
  config: runbookConfigSchema,
});

/** @public */
export const slackActionDataSchema = z.strictObject({
  ...actionBase,
  actionType: z.literal('slack'),
  config: slackConfigSchema,
});

/** @public */
export const notificationActionDataSchema = z.strictObject({
  ...actionBase,
  actionType: z.literal('notification'),
  config: notificationConfigSchema,
});

/** @public */
export const incidentActionDataSchema = z.strictObject({
  ...actionBase,
  actionType: z.literal('incident'),
  config: incidentConfigSchema,
});

/** @public */
export const customActionDataSchema = z.strictObject({
  ...actionBase,
  actionType: z.templateLiteral(
    [
      z.string().regex(/^[a-z][a-z0-9-]*$/),
      ':',
      z.string().regex(/^[a-z][a-z0-9-]*$/),
    ],
    {
      error:
        'must be webhook, jira, linear, slack, notification, runbook, incident, or namespace:name of a custom action',
    },
  ),
  config: z.record(z.string(), jsonValueSchema),
});

/**
 * What an action node does, told apart by `actionType`. A custom action's type
 * is `namespace:name`.
 *
 * @public
 */
export const actionDataSchema = z.union(
  [
    z.discriminatedUnion('actionType', [
      webhookActionDataSchema,
      jiraActionDataSchema,
      linearActionDataSchema,
      slackActionDataSchema,
      notificationActionDataSchema,
      runbookActionDataSchema,
      incidentActionDataSchema,
    ]),
    customActionDataSchema,
  ],
  { error: 'must be an object with actionType and config' },
);

/** @public */
export const triggerDataSchema = z.strictObject({ label: labelSchema });

/** @public */
export const conditionDataSchema = z.strictObject({
  label: labelSchema,
  match: z.enum(CONDITION_MATCHES),
  conditions: z
    .array(conditionSchema)
    .min(1, 'needs at least one condition')
    .max(LIMITS.conditionLeaves),
});

/** @public */
export const delayDataSchema = z.strictObject({
  label: labelSchema,
  duration: durationSchema(LIMITS.delayMs).meta({
    title: 'Wait for',
    description: 'A whole number and a unit: 30s, 5min, 2h or 1d.',
  }),
  recheck: z
    .boolean()
    .meta({
      title: 'Check again afterwards',
      description:
        'When the delay is over, the trigger’s conditions must still hold for the incident as it is then; otherwise the run is cancelled.',
    })
    .optional(),
});

/** @public */
export const NOTE_COLORS = ['yellow', 'blue', 'green', 'red'] as const;

const nodeBase = { id: idSchema, position: positionSchema };

/** @public */
export const workflowNodeSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...nodeBase,
    type: z.literal('trigger'),
    data: triggerDataSchema,
  }),
  z.strictObject({
    ...nodeBase,
    type: z.literal('action'),
    data: actionDataSchema,
  }),
  z.strictObject({
    ...nodeBase,
    type: z.literal('condition'),
    data: conditionDataSchema,
  }),
  z.strictObject({
    ...nodeBase,
    type: z.literal('delay'),
    data: delayDataSchema,
  }),
]);

/**
 * Markdown on the canvas. It is part of the definition, and means nothing to
 * a run.
 *
 * @public
 */
export const workflowNoteSchema = z.strictObject({
  /** No node has it either. */
  id: idSchema,
  position: positionSchema,
  size: z.strictObject({
    width: z.number().min(64).max(4_096),
    height: z.number().min(32).max(4_096),
  }),
  /** Markdown. */
  text: z.string().max(LIMITS.noteChars),
  color: z.enum(NOTE_COLORS).optional(),
});

/** @public */
export const workflowEdgeSchema = z.strictObject({
  id: z.string().min(1).max(200),
  source: idSchema,
  target: idSchema,
  /** The way out of a condition; absent on edges from other nodes. */
  sourceHandle: z.enum(['true', 'false']).optional(),
});

/** @public */
export const workflowSettingsSchema = z.strictObject({
  timeout: durationSchema(LIMITS.timeoutMs, 1_000)
    .meta({
      title: 'Timeout',
      description:
        'How long a run may be active, waiting not counted; 15min unless set.',
    })
    .optional(),
  concurrency: z
    .int()
    .min(1)
    .max(LIMITS.concurrency)
    .meta({
      title: 'Runs at a time',
      description:
        'Further runs stay pending until one has ended; no limit unless set.',
    })
    .optional(),
  stopWhenResolved: z
    .boolean()
    .meta({
      title: 'Stop when the incident is resolved',
      description:
        'Cancels a run that waits or is between two steps when its incident is resolved or closed.',
    })
    .optional(),
  once: onceSchema
    .meta({
      title: 'Run once',
      description: 'How often it runs; by its trigger unless set.',
    })
    .optional(),
});

/**
 * A workflow as it is drawn: nodes and edges that React Flow shows as they are,
 * what starts it, and its settings.
 *
 * @public
 */
export const workflowDefinitionSchema = z.strictObject({
  schemaVersion: z.literal(1),
  nodes: z.array(workflowNodeSchema).max(LIMITS.nodes),
  edges: z.array(workflowEdgeSchema).max(LIMITS.edges),
  notes: z.array(workflowNoteSchema).max(LIMITS.notes).optional(),
  trigger: triggerConfigSchema,
  settings: workflowSettingsSchema,
});

/** @public */
export type WorkflowDefinition = z.infer<typeof workflowDefinitionSchema>;
/** @public */
export type WorkflowNode = z.infer<typeof workflowNodeSchema>;
/** @public */
export type WorkflowNote = z.infer<typeof workflowNoteSchema>;
/** @public */
export type WorkflowEdge = z.infer<typeof workflowEdgeSchema>;
/** @public */
export type WorkflowSettings = z.infer<typeof workflowSettingsSchema>;
/** @public */
export type TriggerData = z.infer<typeof triggerDataSchema>;
/** @public */
export type ActionData = z.infer<typeof actionDataSchema>;
/** @public */
export type ConditionData = z.infer<typeof conditionDataSchema>;
/** @public */
export type DelayData = z.infer<typeof delayDataSchema>;
/** @public */
export type WebhookActionData = z.infer<typeof webhookActionDataSchema>;
/** @public */
export type JiraActionData = z.infer<typeof jiraActionDataSchema>;
/** @public */
export type LinearActionData = z.infer<typeof linearActionDataSchema>;
/** @public */
export type RunbookActionData = z.infer<typeof runbookActionDataSchema>;
/** @public */
export type SlackActionData = z.infer<typeof slackActionDataSchema>;
/** @public */
export type NotificationActionData = z.infer<
  typeof notificationActionDataSchema
>;
/** @public */
export type IncidentActionData = z.infer<typeof incidentActionDataSchema>;
/** @public */
export type CustomActionData = z.infer<typeof customActionDataSchema>;
