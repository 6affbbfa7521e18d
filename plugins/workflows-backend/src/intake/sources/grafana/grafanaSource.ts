import type { Config } from '@backstage/config';
import {
  type HmacScheme,
  type SourceRequest,
  assertWithinTimeWindow,
  createIncidentSource,
} from 'backstage-plugin-workflows-node';
import { alertsToEvents } from '../alertmanager/alertsToEvents';
import { readEntityLabel } from '../alertmanager/labelledEntity';
import { readIncidentPer } from '../alertmanager/readIncidentPer';
import { bodyDigest } from '../bodyDigest';
import { parsePayload } from '../parsePayload';
import { readSignatureOrToken } from '../signatureOrToken';
import { grafanaDetails, grafanaPayloadSchema } from './grafanaPayload';
import { isLegacyAlert, normaliseLegacyAlert } from './legacyAlert';

/**
 * Grafana's webhook contact point, signed (since version 12) or with a token;
 * and what the alerts of dashboards posted before.
 */
export const grafanaSource = createIncidentSource({
  type: 'grafana',
  create(config) {
    const namedEntity = readEntityLabel(config);
    const incidentPer = readIncidentPer(config);
    return {
      ...readSignatureOrToken(config, readScheme(config)),
      deliveryKey,
      normalise: ({ body, receivedAt }) =>
        isLegacyAlert(body)
          ? normaliseLegacyAlert(body, receivedAt)
          : alertsToEvents({
              payload: parsePayload(grafanaPayloadSchema, body),
              receivedAt,
              incidentPer,
              namedEntity,
              detailsOf: grafanaDetails,
            }),
    };
  },
});

/** The headers' names are settings of the contact point. */
function readScheme(config: Config): HmacScheme {
  const timestamp = config.getOptionalString('timestampHeader')?.toLowerCase();
  return {
    header: (
      config.getOptionalString('signatureHeader') ??
      'X-Grafana-Alerting-Signature'
    ).toLowerCase(),
    encoding: 'hex',
    ...(timestamp && {
      content({ headers, rawBody, receivedAt }) {
        assertWithinTimeWindow({
          seconds: headers[timestamp],
          now: new Date(receivedAt),
        });
        return Buffer.concat([Buffer.from(`${headers[timestamp]}:`), rawBody]);
      },
    }),
  };
}

/**
 * The bytes tell deliveries apart, save for the alerts of dashboards: a rule's
 * second end is the same bytes as its first. Grafana sends those once only, so
 * what comes in another minute is another one.
 */
function deliveryKey(request: SourceRequest): string {
  const digest = bodyDigest(request);
  return request.rawBody.includes('"alerts"')
    ? digest
    : `${digest}:${request.receivedAt.slice(0, 16)}`;
}
