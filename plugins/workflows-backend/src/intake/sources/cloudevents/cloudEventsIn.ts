import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type { SourceRequest } from 'backstage-plugin-workflows-node';
import type { PlacedEvent } from '../mapping/mapEvents';
import { binaryEnvelope } from './binaryEnvelope';
import { type CloudEvent, parseCloudEvent } from './cloudEvent';

export type PlacedCloudEvent = PlacedEvent & { event: CloudEvent };

/**
 * The events of a delivery in any of the three modes of the HTTP binding: a
 * batch, one in an envelope, or one whose attributes are headers. Source:
 * https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md
 *
 * @throws InputError that names the place of what is wrong
 */
export function cloudEventsIn(options: {
  headers: SourceRequest['headers'];
  body: JsonValue;
}): PlacedCloudEvent[] {
  const { headers, body } = options;
  const type = headers['content-type']?.toLowerCase() ?? '';
  const enveloped = type.startsWith('application/cloudevents');
  if (!enveloped && headers['ce-specversion'] !== undefined) {
    return [
      { event: parseCloudEvent(binaryEnvelope(headers, body)), place: '' },
    ];
  }
  if (Array.isArray(body)) {
    return body.map((item, index) => ({
      event: inPlace(item, `${index}.`),
      place: `${index}.`,
    }));
  }
  return [{ event: parseCloudEvent(body), place: '' }];
}

function inPlace(envelope: JsonValue, place: string): CloudEvent {
  try {
    return parseCloudEvent(envelope);
  } catch (error) {
    throw new InputError(`${place}${(error as Error).message}`);
  }
}
