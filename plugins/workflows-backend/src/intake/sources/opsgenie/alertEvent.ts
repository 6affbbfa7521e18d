import type {
  IncidentEvent,
  IncidentStatus,
} from 'backstage-plugin-workflows-common';
import { said } from '../said';
import { epochTime } from '../sourceTime';
import type { AlertPayload } from './alertPayload';
import { labelsOf, serviceOf, serviceSelector } from './alertTags';

/** An alert has no field for its status; these actions are what changes it. */
const STATUS_BY_ACTION = new Map<string, IncidentStatus>([
  ['Create', 'triggered'],
  ['Acknowledge', 'acknowledged'],
  ['UnAcknowledge', 'triggered'],
  ['Close', 'closed'],
  ['Delete', 'closed'],
]);

const ESCALATIONS = ['Escalate', 'EscalateNext'];

/** What was done to an alert, as one event of one incident. */
export function alertEvent(
  payload: AlertPayload,
  receivedAt: string,
): IncidentEvent {
  const { action, alert } = payload;
  return {
    incidentKey: alert.alertId,
    occurredAt: actionTime(payload, receivedAt),
    ...said({ entityAnnotations: serviceSelector(alert.tags) }),
    ...(ESCALATIONS.includes(action) && { escalated: true }),
    patch: said({
      status: STATUS_BY_ACTION.get(action),
      title: alert.message,
      description: alert.description,
      priority: priorityOf(alert.priority),
      service: serviceOf(alert),
      team: alert.team ?? alert.teams[0],
      assignee: alert.owner,
      labels: labelsOf(alert),
      metadata: said({
        action,
        username: alert.username,
        tinyId: alert.tinyId,
        alias: alert.alias,
        entity: alert.entity,
        source: alert.source,
        tags: alert.tags,
        teams: alert.teams,
        note: alert.note,
        integration: payload.integrationName,
        escalation: payload.escalationName,
        escalatedTo: payload.escalationNotify?.name,
      }),
    }),
  };
}

/** P1 to P5. Of older integrations the number alone, which means the same. */
function priorityOf(priority: string | undefined): string | undefined {
  return priority?.replace(/^([1-5])$/, 'P$1');
}

/** When the alert began, or when the action changed it. */
function actionTime(
  { action, alert }: AlertPayload,
  receivedAt: string,
): string {
  const { createdAt, updatedAt } = alert;
  if (action === 'Create' && createdAt) {
    return epochTime(createdAt, 'alert.createdAt');
  }
  return updatedAt ? epochTime(updatedAt, 'alert.updatedAt') : receivedAt;
}
