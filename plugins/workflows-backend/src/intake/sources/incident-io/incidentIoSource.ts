import {
  createIncidentSource,
  readStandardWebhooks,
} from 'backstage-plugin-workflows-node';
import { bodyDigest } from '../bodyDigest';
import { readCustomFields } from './customFields';
import { normalise } from './normalise';

/** incident.io's webhooks, which follow Standard Webhooks. */
export const incidentIoSource = createIncidentSource({
  type: 'incident-io',
  create(config) {
    const mapping = readCustomFields(config);
    return {
      verify: readStandardWebhooks(config),
      // Signed, so present unless the source is insecure.
      deliveryKey: request =>
        request.headers['webhook-id'] || bodyDigest(request),
      normalise: delivery => normalise(delivery, mapping),
    };
  },
});
