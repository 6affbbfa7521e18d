import type { JsonObject, JsonValue } from '@backstage/types';
import {
  ActionError,
  type EgressResponse,
} from 'backstage-plugin-workflows-node';
import { parseRetryAfter } from './retryAfter';

/** The answers that say "not now": the same request may succeed later. */
const isRetryable = (status: number) =>
  [408, 425, 429].includes(status) || status >= 500;

/** An answer as an error: whether and when it may be tried again goes by its status. */
export function statusError(
  message: string,
  { status, headers }: EgressResponse,
  options: { response: JsonObject; ambiguous?: boolean },
): ActionError {
  const retryable = isRetryable(status);
  return new ActionError(message, {
    ...options,
    code: 'http_status',
    retryable,
    retryAfterMs: retryable
      ? parseRetryAfter(headers['retry-after'], Date.now())
      : undefined,
  });
}

/** An answer as the history keeps it. */
export function keptResponse(
  { status, truncated }: EgressResponse,
  body: JsonValue,
): JsonObject {
  return { status, body, ...(truncated ? { truncated: true } : {}) };
}
