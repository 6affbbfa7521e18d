import type { JsonObject, JsonValue } from '@backstage/types';
import type { SourceRequest } from 'backstage-plugin-workflows-node';

/** The envelope of an event whose attributes are headers, and whose data is the body. */
export function binaryEnvelope(
  headers: SourceRequest['headers'],
  data: JsonValue,
): JsonObject {
  const attributes = Object.entries(headers)
    .filter(([name]) => name.startsWith('ce-'))
    .map(([name, value]) => [name.slice('ce-'.length), decode(value ?? '')]);
  return {
    ...Object.fromEntries(attributes),
    datacontenttype: headers['content-type'] ?? 'application/json',
    data,
  };
}

/** In headers, what is not printable ASCII is percent-encoded UTF-8; quotes are allowed. */
function decode(value: string): string {
  const text = /^"(.*)"$/.exec(value)?.[1].replace(/\\(.)/g, '$1') ?? value;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
