import { InputError } from '@backstage/errors';
import { createIncidentSource } from 'backstage-plugin-workflows-node';
import { alertEvent } from './alertEvent';
import { alertGroupEvent } from './alertGroupEvent';
import { alertmanagerPayloadSchema } from './alertmanagerPayload';
import { bodyDigest } from './bodyDigest';
import { readEntityLabel } from './labelledEntity';
import { parsePayload } from './parsePayload';
import { readTokens } from './tokens';

/**
 * Prometheus Alertmanager's webhook receiver, and whatever speaks its format.
 * With `incidentPer: alert` (the default) each alert is an incident, with
 * `group` each group is.
 */
export const alertmanagerSource = createIncidentSource({
  type: 'alertmanager',
  create(config) {
    const verifyHeaders = readTokens(config);
    const namedEntity = readEntityLabel(config);
    const incidentPer = config.getOptionalString('incidentPer') ?? 'alert';
    if (incidentPer !== 'alert' && incidentPer !== 'group') {
      throw new InputError(
        `incidentPer must be 'alert' or 'group', found '${incidentPer}'`,
      );
    }
    return {
      verifyHeaders,
      verify: ({ headers }) => verifyHeaders(headers),
      deliveryKey: bodyDigest,
      normalise({ body, receivedAt }) {
        const payload = parsePayload(alertmanagerPayloadSchema, body);
        if (payload.alerts.length === 0) {
          return { ignored: 'The delivery holds no alerts' };
        }
        if (incidentPer === 'group') {
          const entityRef = payload.alerts.map(namedEntity).find(Boolean);
          return {
            events: [alertGroupEvent({ payload, receivedAt, entityRef })],
          };
        }
        return {
          events: payload.alerts.map(alert =>
            alertEvent({
              alert,
              payload,
              receivedAt,
              entityRef: namedEntity(alert),
            }),
          ),
        };
      },
    };
  },
});
