import {
  type NormalisedDelivery,
  type SourceDelivery,
  createIncidentSource,
} from 'backstage-plugin-workflows-node';
import { bodyDigest } from '../bodyDigest';
import { parsePayload } from '../parsePayload';
import { readSignatureOrToken } from '../signatureOrToken';
import { eventAlertEvent, pluginEvent } from './alertEvents';
import { issueEvent } from './issueEvent';
import { metricAlertEvent } from './metricAlertEvent';
import { envelopeSchema } from './payload';

/**
 * Sentry's internal integrations, which sign, and its older WebHooks plugin,
 * which presents a token in its address.
 */
export const sentrySource = createIncidentSource({
  type: 'sentry',
  create(config) {
    return {
      ...readSignatureOrToken(config, {
        header: 'sentry-hook-signature',
        encoding: 'hex',
      }),
      deliveryKey: request =>
        request.headers['request-id'] || bodyDigest(request),
      normalise: normaliseSentry,
    };
  },
});

/** Told by what is in it: kept deliveries of the plugin have no header that says. */
function normaliseSentry(delivery: SourceDelivery): NormalisedDelivery {
  if (isPlugin(delivery.body)) {
    return { events: [pluginEvent(delivery)] };
  }
  const { data } = parsePayload(envelopeSchema, delivery.body);
  if (data.metric_alert) {
    return { events: [metricAlertEvent(delivery)] };
  }
  if (data.event) {
    return { events: [eventAlertEvent(delivery)] };
  }
  if (data.issue) {
    return { events: [issueEvent(delivery)] };
  }
  const resource = delivery.headers['sentry-hook-resource'] ?? 'The delivery';
  return { ignored: `${resource} is about no issue or alert` };
}

function isPlugin(body: unknown): boolean {
  return (
    body !== null &&
    typeof body === 'object' &&
    'event' in body &&
    !('data' in body)
  );
}
