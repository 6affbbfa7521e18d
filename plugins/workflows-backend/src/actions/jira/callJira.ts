import type { JsonObject } from '@backstage/types';
import {
  type ActionContext,
  ActionError,
  type EgressResponse,
} from 'backstage-plugin-workflows-node';
import { asObject } from '../http/asObject';
import { readAnswer } from '../http/readAnswer';
import { keptResponse } from '../http/statusError';
import type { JiraSite } from './JiraRequest';
import { explainRefusal } from './explainRefusal';

/** One call of Jira's API. */
export interface JiraCall {
  method: 'GET' | 'POST';
  /** Below the API, with its query. */
  path: string;
  body?: string;
  /** For errors: what the account tries, as in "may not …". */
  tries: string;
  /** For errors: what is not there when Jira says 404. */
  missing?: string;
  /** Whether it changes something, so that nobody knows after a server's error. */
  changes?: boolean;
  /** Give an answer of this status, too, instead of failing. */
  expects?: number;
}

export interface JiraAnswer {
  status: number;
  /** Empty when the status says that there is none. */
  body: JsonObject;
  /** For the history. */
  response: JsonObject;
}

/**
 * Calls Jira and reads its answer.
 *
 * @throws ActionError that says what to do
 */
export async function callJira(
  { request, egress, signal }: ActionContext<JiraSite>,
  call: JiraCall,
): Promise<JiraAnswer> {
  const { api, auth } = request;
  const answer = await egress.fetch(
    {
      method: call.method,
      url: `${api}${call.path}`,
      headers: {
        Accept: 'application/json',
        'User-Agent': 'backstage-plugin-workflows',
        ...(call.body === undefined
          ? {}
          : { 'Content-Type': 'application/json' }),
      },
      auth,
      body: call.body,
    },
    { signal },
  );
  const { status } = answer;
  const body = status === 204 ? null : readAnswer(answer);
  const response = keptResponse(answer, body);
  if (status >= 200 && status < 300) {
    const isObject = typeof body === 'object' && !Array.isArray(body);
    if (!isObject || (body === null && status !== 204)) {
      throw unreadable(request, call, answer, response);
    }
    return { status, body: asObject(body), response };
  }
  if (status === call.expects) {
    return { status, body: asObject(body), response };
  }
  throw explainRefusal({ request, call, answer, body, response });
}

/** A login page or a proxy answers 200; only Jira answers 201. */
function unreadable(
  { api }: JiraSite,
  call: JiraCall,
  { status, headers, truncated }: EgressResponse,
  response: JsonObject,
): ActionError {
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  const { host } = new URL(api);
  return new ActionError(
    truncated
      ? `${host} answered ${status} with more than the portal reads; ask for less.`
      : `${host} answered ${status} with ${
          type || 'text'
        } that is no JSON object, so it was not Jira’s API; check Jira’s URL, and whether a login page or a proxy stands before it.`,
    {
      code: 'answer_unreadable',
      ambiguous: Boolean(call.changes) && status === 201,
      response,
    },
  );
}

/** Jira answered, but not with what its API describes. */
export function unlike(missing: string, response: JsonObject): ActionError {
  return new ActionError(
    `Jira’s answer has no ${missing}; check Jira’s URL, and whether it is Cloud or Data Center.`,
    { code: 'answer_unreadable', response },
  );
}
