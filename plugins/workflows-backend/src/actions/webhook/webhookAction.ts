import type { JsonObject } from '@backstage/types';
import {
  jsonValueSchema,
  secretReferences,
  webhookConfigSchema,
} from 'backstage-plugin-workflows-common';
import {
  ActionError,
  type EgressRequest,
  type EgressResponse,
  createWorkflowAction,
} from 'backstage-plugin-workflows-node';
import { z } from 'zod';
import { type WebhookRequest, prepareWebhook } from './prepareWebhook';
import { type AnswerProblem, kept, problemOf } from './judgeAnswer';
import { readAnswer } from '../http/readAnswer';
import { keptResponse, statusError } from '../http/statusError';

const outputSchema = z.object({
  status: z
    .int()
    .meta({ description: 'The HTTP status of the answer.', examples: [200] }),
  body: jsonValueSchema
    .meta({
      description:
        'What was answered: a JSON value if it is one, otherwise text. Absent when values are kept.',
    })
    .optional(),
  values: z
    .record(z.string(), jsonValueSchema)
    .meta({ description: 'What the config keeps of the answer, by its names.' })
    .optional(),
});

/**
 * An HTTP request. The receiver may deduplicate by the
 * `Idempotency-Key`, which stays the same on every attempt (the header of
 * draft-ietf-httpapi-idempotency-key-header).
 */
export const webhookAction = createWorkflowAction({
  id: 'webhook',
  title: 'Webhook',
  description:
    'Sends a request to a URL, with a JSON, form or raw body. Answers 408, 425, 429 and 5xx are tried again, every other one but 2xx is a failure.',
  schema: { config: webhookConfigSchema, output: outputSchema },
  effect: 'keyed',
  prepare: prepareWebhook,
  sampleOutput: ({ keep }) => ({
    status: 200,
    ...(keep
      ? {
          values: Object.fromEntries(
            Object.keys(keep).map(name => [name, `(${name})`]),
          ),
        }
      : { body: {} }),
  }),
  async run({ request, egress, signal }) {
    const { answer: judged = {}, ...sent } = request as WebhookRequest;
    const answer = await egress.fetch(sent as EgressRequest, { signal });
    const body = readAnswer(answer);
    const response = keptResponse(answer, body);
    const seen = { status: answer.status, headers: answer.headers, body };
    const problem = problemOf(judged, seen);
    if (problem) {
      throw failure(request as WebhookRequest, answer, response, problem);
    }
    const { keep } = judged;
    return {
      status: 'done',
      output: {
        status: answer.status,
        ...(keep ? { values: kept(keep, seen) } : { body }),
      },
      response,
    };
  },
});

function failure(
  request: WebhookRequest,
  answer: EgressResponse,
  response: JsonObject,
  problem: AnswerProblem,
): ActionError {
  const { host } = new URL(request.url);
  const { status } = answer;
  if (problem !== 'status') {
    return new ActionError(
      `${host} answered ${status}, but the answer does not count as success: ${problem.field} ${problem.operator} did not hold. Look at the answer, or change what counts as success.`,
      { code: 'not_successful', response },
    );
  }
  return statusError(
    `${host} answered ${status}: ${hintOf(request, status)}`,
    answer,
    { response },
  );
}

function hintOf(request: WebhookRequest, status: number): string {
  switch (status) {
    case 401:
    case 403:
      return credentialsHint(request);
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
        : 'it does not accept the request; look at its answer, and check the URL, headers and body.';
  }
}

function credentialsHint({ headers, auth = { type: 'none' } }: WebhookRequest) {
  const names = secretReferences({ headers, auth }).map(({ name }) => name);
  return names.length === 0
    ? 'it wants credentials, and none were sent; set them in the step.'
    : `it does not accept the credentials; check the secret ${names.join(
        ', ',
      )}, which may have been revoked or have expired.`;
}
