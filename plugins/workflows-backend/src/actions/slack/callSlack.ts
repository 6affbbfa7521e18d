import type { JsonObject } from '@backstage/types';
import {
  type ActionContext,
  ActionError,
  type EgressRequest,
  type EgressResponse,
} from 'backstage-plugin-workflows-node';
import { asObject, asText } from '../http/asObject';
import { readAnswer } from '../http/readAnswer';
import { parseRetryAfter } from '../http/retryAfter';
import { keptResponse, statusError } from '../http/statusError';
import { explainSlackError } from './slackErrors';

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
  throw failure(received, answer, response, writes);
}

function failure(
  received: EgressResponse,
  answer: JsonObject,
  response: JsonObject,
  writes: boolean,
): ActionError {
  const { status, headers } = received;
  const code = asText(answer.error);
  if (answer.ok === false && code) {
    const { hint, retryable, ambiguous } = explainSlackError(
      code,
      asText(answer.needed),
    );
    return new ActionError(`Slack answered ${code}: ${hint}`, {
      code: `slack_${code}`,
      retryable,
      ambiguous: writes && ambiguous,
      retryAfterMs: parseRetryAfter(headers['retry-after'], Date.now()),
      response,
    });
  }
  if (status >= 300) {
    return statusError(
      `Slack’s API answered ${status}: ${
        status >= 500
          ? 'it has a problem of its own.'
          : 'look at the URL of the API, and whether something stands between.'
      }`,
      received,
      { response, ambiguous: writes && status >= 500 },
    );
  }
  return new ActionError(
    'What answered does not speak like Slack’s API; look at the URL of the API, and whether something stands between.',
    { code: 'answer_unreadable', ambiguous: writes, response },
  );
}
