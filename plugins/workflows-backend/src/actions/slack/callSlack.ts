import type { JsonObject } from '@backstage/types';
import { secretReferences } from 'backstage-plugin-workflows-common';
import {
  type ActionContext,
  ActionError,
  type EgressRequest,
  type EgressResponse,
} from 'backstage-plugin-workflows-node';
import { asObject, asText } from '../http/asObject';
import { oneLine } from '../http/oneLine';
import { readAnswer } from '../http/readAnswer';
import { parseRetryAfter } from '../http/retryAfter';
import { keptResponse, statusError } from '../http/statusError';
import { LATER, SLOWER, explainSlackError } from './slackErrors';

const MAX_DETAIL = 150;
const MAX_DETAILS = 2;

/**
 * Calls a method of Slack's Web API, and gives its answer when that says `ok`.
 *
 * @throws ActionError
 */
export async function callSlack(
  { egress, signal }: Pick<ActionContext, 'egress' | 'signal'>,
  request: EgressRequest,
  /** Whether a call that failed may have changed something. */
  writes: boolean,
): Promise<{ answer: JsonObject; response: JsonObject }> {
  const received = await egress.fetch(request, { signal });
  const answer = asObject(readAnswer(received));
  const response = keptResponse(received, answer);
  if (answer.ok === true) {
    return { answer, response };
  }
  throw failure({ request, received, answer, response, writes });
}

function failure(call: {
  request: EgressRequest;
  received: EgressResponse;
  answer: JsonObject;
  response: JsonObject;
  writes: boolean;
}): ActionError {
  const { request, received, answer, response, writes } = call;
  const { status, headers } = received;
  const code = asText(answer.error);
  if (answer.ok === false && code) {
    const { hint, retryable, ambiguous } = explainSlackError(code, {
      needed: asText(answer.needed),
      secret: secretReferences({ auth: request.auth ?? null })[0]?.name,
    });
    return new ActionError(
      `Slack answered ${code}${detailsOf(answer)}: ${hint}`,
      {
        code: `slack_${code}`,
        retryable,
        ambiguous: writes && ambiguous,
        retryAfterMs: parseRetryAfter(headers['retry-after'], Date.now()),
        response,
      },
    );
  }
  if (status >= 300) {
    return statusError(
      `Slack’s API answered ${status}: ${hintOf(status)}`,
      received,
      { response, ambiguous: writes && status >= 500 },
    );
  }
  return new ActionError(
    'What answered does not speak like Slack’s API; look at the URL of the API, and whether something stands between.',
    { code: 'answer_unreadable', ambiguous: writes, response },
  );
}

function hintOf(status: number): string {
  if (status === 429) {
    return SLOWER;
  }
  return status >= 500
    ? LATER
    : 'look at the URL of the API, and whether something stands between.';
}

/** What Slack says of single fields, such as of blocks that it does not take. */
function detailsOf({
  errors,
  response_metadata: metadata,
}: JsonObject): string {
  const { messages } = asObject(metadata);
  const all = [errors, messages].find(Array.isArray) ?? [];
  const details = all
    .map(detail => oneLine(asText(detail).replace(/^\[\w+\] /, ''), MAX_DETAIL))
    .filter(Boolean)
    .slice(0, MAX_DETAILS);
  return details.length > 0 ? ` (${details.join('; ')})` : '';
}
