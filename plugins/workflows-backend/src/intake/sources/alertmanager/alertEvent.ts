import type { IncidentEvent } from 'backstage-plugin-workflows-common';
import { alertStatus, alertTime, fingerprint, firstText } from './alertFacts';
import type { Alert, AlertDetails, AlertDelivery } from './alertmanagerPayload';

/** One alert as one event of one incident: what `incidentPer: alert` makes. */
export function alertEvent(options: {
  alert: Alert;
  payload: AlertDelivery;
  receivedAt: string;
  entityRef: string | undefined;
  details: AlertDetails;
}): IncidentEvent {
  const { alert, payload, receivedAt, entityRef, details } = options;
  const { labels, annotations } = alert;
  const status = alertStatus(alert, payload);
  return {
    incidentKey: fingerprint(alert),
    occurredAt: alertTime(alert, status, receivedAt),
    entityRef,
    patch: {
      status: status === 'firing' ? 'triggered' : 'resolved',
      title: firstText(
        annotations.summary,
        annotations.title,
        labels.alertname,
        payload.groupLabels.alertname,
      ),
      description: firstText(annotations.description),
      severity: firstText(labels.severity),
      priority: firstText(labels.priority),
      service: firstText(labels.service),
      team: firstText(labels.team),
      url: firstText(details.url, alert.generatorURL, payload.externalURL),
      labels,
      metadata: {
        annotations,
        ...(payload.groupKey && { groupKey: payload.groupKey }),
        ...(payload.receiver && { receiver: payload.receiver }),
        ...details.metadata,
      },
    },
  };
}
