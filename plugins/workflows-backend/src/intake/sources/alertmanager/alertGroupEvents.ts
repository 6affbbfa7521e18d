import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type {
  IncidentEvent,
  IncidentStatus,
} from 'backstage-plugin-workflows-common';
import {
  type AlertStatus,
  alertStatus,
  alertTime,
  fingerprint,
  firstText,
} from './alertFacts';
import type { Alert, AlertDetails, AlertDelivery } from './alertmanagerPayload';
import { highestSeverity } from './highestSeverity';

interface TimedAlert<A extends Alert> {
  alert: A;
  status: AlertStatus;
  at: string;
}

/**
 * A group of alerts as one incident: open while any of them fires, and as severe
 * as the worst of those.
 *
 * The end of one alert says nothing of when another fires. So where the last
 * thing to happen is an end while others fire, there are two events: the status
 * by the latest beginning, and the rest of the fields by that end. With one, an
 * alert that had ended a moment earlier, and is reported later, would leave the
 * incident open for ever.
 *
 * @throws InputError when the delivery has no group key
 */
export function alertGroupEvents<A extends Alert>(options: {
  payload: AlertDelivery<A>;
  receivedAt: string;
  entityRef: string | undefined;
  detailsOf: (alert: A) => AlertDetails;
}): IncidentEvent[] {
  const { payload, receivedAt, entityRef, detailsOf } = options;
  if (!payload.groupKey) {
    throw new InputError(
      'groupKey: is missing, so this is not a group; use incidentPer: alert',
    );
  }
  const alerts = payload.alerts.map(alert => {
    const status = alertStatus(alert, payload);
    return { alert, status, at: alertTime(alert, status, receivedAt) };
  });
  const firing = alerts.filter(({ status }) => status === 'firing');
  const incident = { incidentKey: payload.groupKey, entityRef };
  const fields = fieldsOf({ payload, alerts, firing, detailsOf });
  const status = statusOf(payload, firing);
  const statusAt = latest(firing.length ? firing : alerts);
  const fieldsAt = latest(alerts);
  const event = {
    ...incident,
    occurredAt: statusAt,
    patch: { status, ...fields },
  };
  return fieldsAt === statusAt
    ? [event]
    : [event, { ...incident, occurredAt: fieldsAt, patch: fields }];
}

/** Nothing is known of alerts that were left out: they may still fire. */
function statusOf(
  payload: AlertDelivery,
  firing: readonly unknown[],
): IncidentStatus | undefined {
  if (firing.length) {
    return 'triggered';
  }
  return payload.truncatedAlerts ? undefined : 'resolved';
}

function latest(alerts: ReadonlyArray<{ at: string }>): string {
  return alerts.map(({ at }) => at).reduce((a, b) => (a > b ? a : b));
}

function fieldsOf<A extends Alert>(options: {
  payload: AlertDelivery<A>;
  alerts: TimedAlert<A>[];
  firing: TimedAlert<A>[];
  detailsOf: (alert: A) => AlertDetails;
}): Omit<IncidentEvent['patch'], 'status'> {
  const { payload, alerts, firing, detailsOf } = options;
  const { commonLabels, commonAnnotations } = payload;
  const [{ alert: first }] = alerts;
  return {
    title: firstText(
      commonAnnotations.summary,
      commonAnnotations.title,
      commonLabels.alertname,
      payload.groupLabels.alertname,
      payload.title,
      first.annotations.summary,
      first.labels.alertname,
    ),
    description: firstText(commonAnnotations.description),
    severity: highestSeverity(firing.map(({ alert }) => alert.labels.severity)),
    priority: firstText(commonLabels.priority),
    service: firstText(commonLabels.service),
    team: firstText(commonLabels.team),
    url: firstText(payload.externalURL),
    labels: commonLabels,
    metadata: {
      annotations: commonAnnotations,
      groupKey: payload.groupKey!,
      ...(payload.receiver && { receiver: payload.receiver }),
      alerts: alerts.map(timed => describe(timed, detailsOf(timed.alert))),
    },
  };
}

function describe(
  { alert, status }: TimedAlert<Alert>,
  details: AlertDetails,
): JsonObject {
  return {
    fingerprint: fingerprint(alert),
    status,
    labels: alert.labels,
    annotations: alert.annotations,
    startsAt: alert.startsAt,
    ...(status === 'resolved' && alert.endsAt && { endsAt: alert.endsAt }),
    ...(alert.generatorURL && { generatorURL: alert.generatorURL }),
    ...details.metadata,
  };
}
