import type { IncidentEvent } from 'backstage-plugin-workflows-common';
import type { SourceDelivery } from 'backstage-plugin-workflows-node';
import { parsePayload } from '../parsePayload';
import { said } from '../said';
import { isoTime } from '../sourceTime';
import { hookTime } from './hookTime';
import { type MetricAlert, metricAlertSchema } from './payload';
import { projectAnnotation } from './projectAnnotation';

/**
 * A metric beyond its threshold, which Sentry calls an incident. Its ids are
 * numbers like those of issues, so the key says which it is.
 */
export function metricAlertEvent(delivery: SourceDelivery): IncidentEvent {
  const payload = parsePayload(metricAlertSchema, delivery.body);
  const { action, data } = payload;
  const alert = data.metric_alert;
  const [project] = alert.projects;
  return {
    incidentKey: `metric_alert:${alert.id}`,
    occurredAt: actionTime(payload, delivery),
    ...projectAnnotation(project),
    patch: said({
      status: action === 'resolved' ? 'resolved' : 'triggered',
      title: alert.title ?? data.description_title,
      description: data.description_text,
      severity: action === 'resolved' ? undefined : action,
      service: project,
      url: data.web_url,
      metadata: said({
        action,
        rule: alert.alert_rule?.name,
        startedAt: alert.date_started,
        projects: alert.projects,
      }),
    }),
  };
}

/** From warning to critical its own times stay, so the sending is what orders them. */
function actionTime(
  { action, data }: MetricAlert,
  delivery: SourceDelivery,
): string {
  const { date_closed: closedAt } = data.metric_alert;
  return action === 'resolved' && closedAt
    ? isoTime(closedAt, 'data.metric_alert.date_closed')
    : hookTime(delivery);
}
