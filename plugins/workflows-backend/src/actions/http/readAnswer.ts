import type { JsonValue } from '@backstage/types';
import { LIMITS, jsonDepth } from 'backstage-plugin-workflows-common';
import type { EgressResponse } from 'backstage-plugin-workflows-node';

/**
 * An answer's body: a JSON value only when the receiver says that it is JSON.
 * What nests more deeply than an inbound body may stays text: `JSON.parse` takes
 * any depth, but it could not be written again, nor be looked into by the
 * templates of later steps. An integer that a number cannot hold is its digits.
 */
export function readAnswer({
  headers,
  body,
  truncated,
}: Pick<EgressResponse, 'headers' | 'body' | 'truncated'>): JsonValue {
  if (truncated || !/[/+]json\b/i.test(headers['content-type'] ?? '')) {
    return body;
  }
  try {
    return jsonDepth(body, LIMITS.bodyDepth) > LIMITS.bodyDepth
      ? body
      : JSON.parse(body, keepDigits);
  } catch {
    return body;
  }
}

/** `source` is of Node 21 and later; before that such an integer is rounded. */
function keepDigits(
  this: unknown,
  _key: string,
  value: JsonValue,
  ...[context]: Array<{ source?: string }>
): JsonValue {
  const source = context?.source;
  return typeof value === 'number' &&
    !Number.isSafeInteger(value) &&
    source !== undefined &&
    /^-?\d+$/.test(source)
    ? source
    : value;
}
