import {
  createIncidentSource,
  readTokens,
} from 'backstage-plugin-workflows-node';
import { bodyDigest } from '../bodyDigest';
import { parsePayload } from '../parsePayload';
import { alertmanagerPayloadSchema } from './alertmanagerPayload';
import { alertsToEvents } from './alertsToEvents';
import { readEntityLabel } from './labelledEntity';
import { readIncidentPer } from './readIncidentPer';

/**
 * Prometheus Alertmanager's webhook receiver, and whatever speaks its format.
 * `incidentPer` says what one incident is.
 */
export const alertmanagerSource = createIncidentSource({
  type: 'alertmanager',
  create(config) {
    const verifyHeaders = readTokens(config);
    const namedEntity = readEntityLabel(config);
    const incidentPer = readIncidentPer(config);
    return {
      verifyHeaders,
      verify: ({ headers }) => verifyHeaders(headers),
      deliveryKey: bodyDigest,
      normalise: ({ body, receivedAt }) =>
        alertsToEvents({
          payload: parsePayload(alertmanagerPayloadSchema, body),
          receivedAt,
          incidentPer,
          namedEntity,
        }),
    };
  },
});
