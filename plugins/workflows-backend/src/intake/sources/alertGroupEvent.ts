import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { IncidentEvent } from 'backstage-plugin-workflows-common';
import { alertStatus, alertTime, fingerprint, firstText } from './alertFacts';
import type { Alert, AlertmanagerPayload } from './alertmanagerPayload';
import { highestSeverity } from './highestSeverity';

/**
 * A whole delivery as one event: what `incidentPer: group` makes. The incident
 * is open while any of its alerts fires, and as severe as the worst of those.
 *
 * @throws InputError when the delivery has no group key
 */
export function alertGroupEvent(options: {
  payload: AlertmanagerPayload;
  receivedAt: string;
  entityRef: string | undefined;
}): IncidentEvent {
  const { payload, receivedAt, entityRef } = options;
  if (!payload.groupKey) {
    throw new InputError(
      'groupKey: is missing, so this is not a group; use incidentPer: alert',
    );
  }
  const { commonLabels, commonAnnotations } = payload;
  const alerts = payload.alerts.map(alert => {
    const status = alertStatus(alert, payload);
    return { alert, status, at: alertTime(alert, status, receivedAt) };
  });
  const firing = alerts.filter(({ status }) => status === 'firing');
  return {
    incidentKey: payload.groupKey,
    occurredAt: alerts.map(({ at }) => at).reduce((a, b) => (a > b ? a : b)),
    entityRef,
    patch: {
      status: firing.length ? 'triggered' : 'resolved',
      title: firstText(
        commonAnnotations.summary,
        commonLabels.alertname,
        payload.groupLabels.alertname,
        alerts[0].alert.annotations.summary,
        alerts[0].alert.labels.alertname,
      ),
      description: firstText(commonAnnotations.description),
      severity: highestSeverity(
        firing.map(({ alert }) => alert.labels.severity),
      ),
      priority: firstText(commonLabels.priority),
      service: firstText(commonLabels.service),
      team: firstText(commonLabels.team),
      url: firstText(payload.externalURL),
      labels: commonLabels,
      metadata: {
        annotations: commonAnnotations,
        groupKey: payload.groupKey,
        ...(payload.receiver && { receiver: payload.receiver }),
        alerts: alerts.map(({ alert, status }) => describe(alert, status)),
      },
    },
  };
}

function describe(alert: Alert, status: string): JsonObject {
  return {
    fingerprint: fingerprint(alert),
    status,
    labels: alert.labels,
    annotations: alert.annotations,
    startsAt: alert.startsAt,
    ...(status === 'resolved' && alert.endsAt && { endsAt: alert.endsAt }),
    ...(alert.generatorURL && { generatorURL: alert.generatorURL }),
  };
}
