import type { IncidentSourceType } from 'backstage-plugin-workflows-node';
import { alertmanagerSource } from './alertmanager/alertmanagerSource';
import { cloudeventsSource } from './cloudevents/cloudeventsSource';
import { datadogSource } from './datadog/datadogSource';
import { genericSource } from './generic/genericSource';
import { grafanaSource } from './grafana/grafanaSource';
import { incidentIoSource } from './incident-io/incidentIoSource';
import { jiraServiceManagementSource } from './jira-service-management/jiraServiceManagementSource';
import { opsgenieSource } from './opsgenie/opsgenieSource';
import { pagerdutySource } from './pagerduty/pagerdutySource';
import { sentrySource } from './sentry/sentrySource';

/** The kinds of senders that need no module. */
export const builtInSources: IncidentSourceType[] = [
  alertmanagerSource,
  cloudeventsSource,
  datadogSource,
  genericSource,
  grafanaSource,
  incidentIoSource,
  jiraServiceManagementSource,
  opsgenieSource,
  pagerdutySource,
  sentrySource,
];
