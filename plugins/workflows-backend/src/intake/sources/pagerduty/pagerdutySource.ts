import { createIncidentSource } from 'backstage-plugin-workflows-node';
import { bodyDigest } from '../bodyDigest';
import { readSignatureOrToken } from '../signatureOrToken';
import { normaliseLegacy } from './legacyEvents';
import { normaliseV3 } from './v3Event';

/**
 * PagerDuty's webhooks: subscriptions of V3, which sign, and extensions of V1
 * and V2, which present a token in a header of their own.
 */
export const pagerdutySource = createIncidentSource({
  type: 'pagerduty',
  create(config) {
    return {
      ...readSignatureOrToken(config, {
        header: 'x-pagerduty-signature',
        encoding: 'hex',
        prefix: 'v1=',
        separator: ',',
      }),
      // The same for each attempt. The event's id is not among the headers.
      deliveryKey: request =>
        request.headers['x-webhook-id'] || bodyDigest(request),
      normalise: delivery =>
        isLegacy(delivery.body)
          ? normaliseLegacy(delivery)
          : normaliseV3(delivery),
    };
  },
});

function isLegacy(body: unknown): boolean {
  return body !== null && typeof body === 'object' && 'messages' in body;
}
