import type { JsonObject, JsonValue } from '@backstage/types';
import {
  LIMITS,
  jsonDepth,
  jsonValueSchema,
  webhookConfigSchema,
} from 'backstage-plugin-workflows-common';
import {
  ActionError,
  type EgressResponse,
  createWorkflowAction,
} from 'backstage-plugin-workflows-node';
import { z } from 'zod';
import { type WebhookRequest, prepareWebhook } from './prepareWebhook';
import { parseRetryAfter } from './retryAfter';

const outputSchema = z.object({
  status: z
    .int()
    .meta({ description: 'The HTTP status of the answer.', examples: [200] }),
  body: jsonValueSchema.meta({
    description:
      'What was answered: a JSON value if it is one, otherwise text.',
  }),
});

/** The answers that say "not now": the same request may succeed later. */
const isRetryable = (status: number) =>
  [408, 425, 429].includes(status) || status >= 500;

/**
 * An HTTP request with a JSON body. The receiver may deduplicate by the
 * `Idempotency-Key`, which stays the same on every attempt (the header of
 * draft-ietf-httpapi-idempotency-key-header).
 */
export const webhookAction = createWorkflowAction({
  id: 'webhook',
  title: 'Webhook',
  description:
    'Sends a JSON body to a URL. Answers 408, 425, 429 and 5xx are tried again, every other one but 2xx is a failure.',
  schema: { config: webhookConfigSchema, output: outputSchema },
  effect: 'keyed',
  prepare: prepareWebhook,
  async run({ request, egress, signal }) {
    const answer = await egress.fetch(request as WebhookRequest, { signal });
    const body = readAnswer(answer);
    const response: JsonObject = {
      status: answer.status,
      body,
      ...(answer.truncated ? { truncated: true } : {}),
    };
    if (answer.status < 200 || answer.status > 299) {
      throw failure(request as WebhookRequest, answer, response);
    }
    return {
      status: 'done',
      output: { status: answer.status, body },
      response,
    };
  },
});

/**
 * Parsed only when the receiver says that it is JSON. What nests more deeply than
 * an inbound body may stays text: `JSON.parse` takes any depth, but it could not
 * be written again, nor be looked into by the templates of later steps.
 */
function readAnswer({ headers, body, truncated }: EgressResponse): JsonValue {
  if (truncated || !/[/+]json\b/i.test(headers['content-type'] ?? '')) {
    return body;
  }
  try {
    return jsonDepth(body, LIMITS.bodyDepth) > LIMITS.bodyDepth
      ? body
      : JSON.parse(body);
  } catch {
    return body;
  }
}

function failure(
  request: WebhookRequest,
  { status, headers }: EgressResponse,
  response: JsonObject,
): ActionError {
  return new ActionError(
    `${new URL(request.url).host} answered ${status}: ${hintOf(status)}`,
    {
      code: 'http_status',
      retryable: isRetryable(status),
      retryAfterMs: isRetryable(status)
        ? parseRetryAfter(headers['retry-after'], Date.now())
        : undefined,
      response,
    },
  );
}

function hintOf(status: number): string {
  switch (status) {
    case 401:
    case 403:
      return 'it does not accept the credentials; check the secret in the headers.';
    case 404:
    case 410:
      return 'there is nothing at this URL; check its path.';
    case 405:
      return 'it does not take this method; choose another one.';
    case 429:
      return 'it takes no more requests for now; use longer delays between attempts.';
    default:
      return status >= 500
        ? 'it has a problem of its own; look at the receiver.'
        : 'it does not accept the request; check the URL, headers and body.';
  }
}
