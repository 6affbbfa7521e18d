import { alertSource } from '../opsgenie/alertSource';

/**
 * The webhook integration of alerts in Jira Service Management, which is what
 * became of Opsgenie: the same deliveries.
 */
export const jiraServiceManagementSource = alertSource(
  'jira-service-management',
);
