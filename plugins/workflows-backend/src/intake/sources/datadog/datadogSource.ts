import {
  createIncidentSource,
  readTokens,
} from 'backstage-plugin-workflows-node';
import { readEntityLabel } from '../alertmanager/labelledEntity';
import { bodyDigest } from '../bodyDigest';
import { parsePayload } from '../parsePayload';
import { datadogEvent } from './datadogEvent';
import { datadogPayloadSchema } from './datadogPayload';

/** Datadog's webhooks integration, with the template that our documentation gives. */
export const datadogSource = createIncidentSource({
  type: 'datadog',
  create(config) {
    const verifyHeaders = readTokens(config);
    const namedEntity = readEntityLabel(config);
    return {
      verifyHeaders,
      verify: ({ headers }) => verifyHeaders(headers),
      deliveryKey: bodyDigest,
      normalise: ({ body, receivedAt }) => ({
        events: [
          datadogEvent({
            payload: parsePayload(datadogPayloadSchema, body),
            receivedAt,
            entityRef: labels => namedEntity({ labels, annotations: {} }),
          }),
        ],
      }),
    };
  },
});
