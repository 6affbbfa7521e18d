import type { SourceRequest } from 'backstage-plugin-workflows-node';
import { decodeBody, parseBody } from '../../body/parseBody';
import { bodyDigest } from '../bodyDigest';
import { alertPayloadSchema } from './alertPayload';

/**
 * The sender names its deliveries by nothing, and what surrounds the alert may
 * differ from one attempt to the next; what was done to which alert, and when to
 * the nanosecond, does not. Escalations come without a time: of one alert there
 * may be several, so their bytes tell them apart.
 */
export function alertDeliveryKey({
  rawBody,
}: Pick<SourceRequest, 'rawBody'>): string {
  const { data } = alertPayloadSchema.safeParse(parseBody(decodeBody(rawBody)));
  return data?.alert.updatedAt
    ? `${data.alert.alertId}:${data.action}:${data.alert.updatedAt}`
    : bodyDigest({ rawBody });
}
