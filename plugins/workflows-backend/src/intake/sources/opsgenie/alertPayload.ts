import { z } from 'zod';
import { idText, looseList, looseObject, looseText } from '../looseText';

/**
 * What Opsgenie and Jira Service Management post of an alert; source:
 * https://support.atlassian.com/opsgenie/docs/opsgenie-edge-connector-alert-action-data/.
 * Only Create has all of it, Escalate nothing but the id.
 */
export const alertPayloadSchema = z.object({
  action: z.string().min(1),
  alert: z.object({
    alertId: idText,
    tinyId: looseText,
    alias: looseText,
    message: looseText,
    description: looseText,
    note: looseText,
    priority: looseText,
    entity: looseText,
    /** Who or what raised the alert. */
    source: looseText,
    /** Who did what `action` says. */
    username: looseText,
    owner: looseText,
    /** Of AddTeam. */
    team: looseText,
    /** Their ids. */
    teams: looseList(z.string()),
    tags: looseList(z.string()),
    details: z.record(z.string(), looseText).catch({}),
    /** Milliseconds. */
    createdAt: looseText,
    /** Nanoseconds, beyond what a number holds exactly. */
    updatedAt: looseText,
  }),
  integrationName: looseText,
  escalationName: looseText,
  escalationNotify: looseObject({ name: looseText }),
});

export type AlertPayload = z.infer<typeof alertPayloadSchema>;
