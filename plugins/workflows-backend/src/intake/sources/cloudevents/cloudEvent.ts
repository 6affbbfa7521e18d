import type { JsonObject, JsonValue } from '@backstage/types';
import { jsonValueSchema } from 'backstage-plugin-workflows-common';
import { z } from 'zod';
import { parsePayload } from '../parsePayload';
import { parseBody } from '../../body/parseBody';

const requiredText = z.string().min(1);

/**
 * What every CloudEvent says, and whatever else it does. Source:
 * https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md
 */
const envelopeSchema = z
  .object({
    specversion: requiredText,
    id: requiredText,
    source: requiredText,
    type: requiredText,
    datacontenttype: z.string().nullish(),
    data_base64: z.string().nullish(),
  })
  .catchall(jsonValueSchema);

/** An event's attributes and extensions at the top, and its `data`. */
export type CloudEvent = JsonObject & {
  id: string;
  source: string;
  type: string;
};

const JSON_TYPE = /^[a-z]+\/([a-z0-9.+-]+\+)?json\b/i;

/**
 * The event in an envelope. Data in base64 is decoded if it is JSON.
 *
 * @throws InputError that names the place of what is wrong
 */
export function parseCloudEvent(envelope: JsonValue): CloudEvent {
  const { data_base64: encoded, ...attributes } = parsePayload(
    envelopeSchema,
    envelope,
  );
  const data =
    encoded && JSON_TYPE.test(attributes.datacontenttype ?? 'application/json')
      ? decodeJson(encoded)
      : undefined;
  return { ...attributes, ...(data !== undefined && { data }) };
}

/** What claims to be JSON and is not says nothing; the attributes may do. */
function decodeJson(encoded: string): JsonValue | undefined {
  try {
    return parseBody(Buffer.from(encoded, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}
