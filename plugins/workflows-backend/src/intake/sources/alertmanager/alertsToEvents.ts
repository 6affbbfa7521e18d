import type { NormalisedDelivery } from 'backstage-plugin-workflows-node';
import { alertEvent } from './alertEvent';
import { alertStatus } from './alertFacts';
import { alertGroupEvents } from './alertGroupEvents';
import type { Alert, AlertDetails, AlertDelivery } from './alertmanagerPayload';
import { partsByLabels } from './partsByLabels';
import type { IncidentPer } from './readIncidentPer';

/** The events of a delivery of alerts, for each incident as `incidentPer` cuts them. */
export function alertsToEvents<A extends Alert>(options: {
  payload: AlertDelivery<A>;
  receivedAt: string;
  incidentPer: IncidentPer;
  namedEntity: (alert: A) => string | undefined;
  /** What else the sender says of an alert. */
  detailsOf?: (alert: A) => AlertDetails;
}): NormalisedDelivery {
  const { payload, receivedAt, incidentPer, namedEntity } = options;
  const detailsOf = options.detailsOf ?? (() => ({}));
  if (payload.alerts.length === 0) {
    return { ignored: 'The delivery holds no alerts' };
  }
  // Here, where an error can name the alert's place in the delivery.
  payload.alerts.forEach(alert => alertStatus(alert, payload));
  if (incidentPer === 'alert') {
    return {
      events: payload.alerts.map(alert =>
        alertEvent({
          alert,
          payload,
          receivedAt,
          entityRef: namedEntity(alert),
          details: detailsOf(alert),
        }),
      ),
    };
  }
  const groups =
    incidentPer === 'group'
      ? [payload]
      : partsByLabels(payload, incidentPer.labels);
  return {
    events: groups.flatMap(group =>
      alertGroupEvents({
        payload: group,
        receivedAt,
        entityRef: group.alerts.map(namedEntity).find(Boolean),
        detailsOf,
      }),
    ),
  };
}
