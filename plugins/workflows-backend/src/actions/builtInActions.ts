import type { WorkflowAction } from 'backstage-plugin-workflows-node';
import { createIncidentAction } from './incident/incidentAction';
import type { IncidentPorts } from './incident/IncidentPorts';
import { jiraAction } from './jira/jiraAction';
import { linearAction } from './linear/linearAction';
import {
  type NotificationPorts,
  createNotificationAction,
} from './notification/notificationAction';
import { createRunbookAction } from './runbook/runbookAction';
import type { RunbookPorts } from './runbook/RunbookPorts';
import { slackAction } from './slack/slackAction';
import { webhookAction } from './webhook/webhookAction';

/** What the built-in actions reach in the portal itself. Whatever is outside they reach by egress. */
export interface ActionPorts {
  notification: NotificationPorts;
  incident: IncidentPorts;
  runbook: RunbookPorts;
}

/** Taken, also while the ports are not there yet. */
export const BUILT_IN_ACTION_IDS = [
  'webhook',
  'jira',
  'linear',
  'slack',
  'notification',
  'runbook',
  'incident',
] as const;

/** The actions that come with the plugin. Whatever holds for all of them is tested of this list. */
export function createBuiltInActions(ports: ActionPorts): WorkflowAction[] {
  return [
    webhookAction,
    jiraAction,
    linearAction,
    slackAction,
    createNotificationAction(ports.notification),
    createRunbookAction(ports.runbook),
    createIncidentAction(ports.incident),
  ];
}
