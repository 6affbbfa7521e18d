import type { z } from 'zod';
import {
  type ActionData,
  type ConditionData,
  type DelayData,
  type IncidentActionData,
  type JiraActionData,
  type LinearActionData,
  type NotificationActionData,
  type RunbookActionData,
  type SlackActionData,
  type TriggerData,
  type WebhookActionData,
  type WorkflowDefinition,
  actionDataSchema,
  conditionDataSchema,
  delayDataSchema,
  incidentActionDataSchema,
  jiraActionDataSchema,
  linearActionDataSchema,
  notificationActionDataSchema,
  runbookActionDataSchema,
  slackActionDataSchema,
  triggerDataSchema,
  webhookActionDataSchema,
  workflowDefinitionSchema,
} from './schema';

/** A guard for any value, untrusted ones included: it holds exactly when the schema does. */
function guard<T>(schema: z.ZodType<T>) {
  return (value: unknown): value is T => schema.safeParse(value).success;
}

/** @public */
export const isWorkflowDefinition: (
  value: unknown,
) => value is WorkflowDefinition = guard(workflowDefinitionSchema);
/** @public */
export const isTriggerData: (value: unknown) => value is TriggerData =
  guard(triggerDataSchema);
/** @public */
export const isActionData: (value: unknown) => value is ActionData =
  guard(actionDataSchema);
/** @public */
export const isConditionData: (value: unknown) => value is ConditionData =
  guard(conditionDataSchema);
/** @public */
export const isDelayData: (value: unknown) => value is DelayData =
  guard(delayDataSchema);
/** @public */
export const isWebhookAction: (value: unknown) => value is WebhookActionData =
  guard(webhookActionDataSchema);
/** @public */
export const isJiraAction: (value: unknown) => value is JiraActionData =
  guard(jiraActionDataSchema);
/** @public */
export const isLinearAction: (value: unknown) => value is LinearActionData =
  guard(linearActionDataSchema);
/** @public */
export const isRunbookAction: (value: unknown) => value is RunbookActionData =
  guard(runbookActionDataSchema);
/** @public */
export const isSlackAction: (value: unknown) => value is SlackActionData =
  guard(slackActionDataSchema);
/** @public */
export const isNotificationAction: (
  value: unknown,
) => value is NotificationActionData = guard(notificationActionDataSchema);
/** @public */
export const isIncidentAction: (value: unknown) => value is IncidentActionData =
  guard(incidentActionDataSchema);
