import {
  type IncidentSourceType,
  createIncidentSource,
  readTokens,
} from 'backstage-plugin-workflows-node';
import { parsePayload } from '../parsePayload';
import { alertDeliveryKey } from './alertDeliveryKey';
import { alertEvent } from './alertEvent';
import { alertPayloadSchema } from './alertPayload';

/** A sender of alerts as Opsgenie and, since its end, Jira Service Management tell them. */
export function alertSource(type: string): IncidentSourceType {
  return createIncidentSource({
    type,
    create(config) {
      const verifyHeaders = readTokens(config);
      return {
        verifyHeaders,
        verify: ({ headers }) => verifyHeaders(headers),
        deliveryKey: alertDeliveryKey,
        normalise({ body, receivedAt }) {
          const payload = parsePayload(alertPayloadSchema, body);
          return { events: [alertEvent(payload, receivedAt)] };
        },
      };
    },
  });
}
