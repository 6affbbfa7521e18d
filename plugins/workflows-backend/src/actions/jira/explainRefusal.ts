import type { JsonObject, JsonValue } from '@backstage/types';
import type {
  ActionError,
  EgressResponse,
} from 'backstage-plugin-workflows-node';
import { asObject, asText } from '../http/asObject';
import { oneLine } from '../http/oneLine';
import { statusError } from '../http/statusError';
import type { JiraSite } from './JiraRequest';
import type { JiraCall } from './callJira';

const MAX_REASON_CHARS = 300;
const MAX_REASONS = 10;

/** What an error status of Jira means, and what a person can do about it. */
export function explainRefusal(options: {
  request: JiraSite;
  call: JiraCall;
  answer: EgressResponse;
  body: JsonValue;
  response: JsonObject;
}): ActionError {
  const { request, call, answer, body, response } = options;
  const { status } = answer;
  const reasons = reasonsOf(body);
  const hint = hintOf(options, Object.keys(asObject(asObject(body).errors)));
  const said = reasons.length > 0 ? ` (${reasons.join('; ')})` : '';
  return statusError(
    `${new URL(request.api).host} answered ${status}: ${hint.replace(
      '{said}',
      () => said,
    )}`,
    answer,
    {
      response,
      // A 503 and a 4xx come before anything is done; any other 5xx may come after.
      ambiguous: Boolean(call.changes) && status >= 500 && status !== 503,
    },
  );
}

function reasonsOf(body: JsonValue): string[] {
  const { errorMessages, errors, message } = asObject(body);
  return [
    ...(Array.isArray(errorMessages) ? errorMessages.map(asText) : []),
    ...Object.entries(asObject(errors)).map(
      ([field, reason]) => `${field}: ${asText(reason)}`,
    ),
    ...(errorMessages || errors ? [] : [asText(message)]),
  ]
    .map(reason => oneLine(reason, MAX_REASON_CHARS).replace(/\.$/, ''))
    .filter(Boolean)
    .slice(0, MAX_REASONS);
}

/** One of the sentences; `{said}` is where Jira's own words go. */
function hintOf(
  { request, call, answer }: Parameters<typeof explainRefusal>[0],
  fields: readonly string[],
): string {
  const { status, headers } = answer;
  switch (status) {
    case 400:
    case 422:
      return `it refuses to ${call.tries}{said}. ${fieldHint(fields)}`;
    case 401:
      return `it does not accept the credentials{said}. Check ${credentialsOf(
        request,
      )}; the token may have been revoked or have expired.`;
    case 403:
      return /captcha/i.test(headers['x-authentication-denied-reason'] ?? '')
        ? `it wants a CAPTCHA after too many wrong logins{said}. Log in there once with the account in a browser, then check ${credentialsOf(
            request,
          )}.`
        : `the account may not ${call.tries}{said}. Give it the permission in Jira, or use another account.`;
    case 404:
      return call.missing
        ? `there is no ${call.missing}, or the account may not see it{said}. Check its key, and the account’s permission to browse the project.`
        : 'there is no Jira at this URL{said}. Check Jira’s URL, and whether it is Cloud or Data Center.';
    case 413:
      return 'the text is too long for it{said}. Shorten it in the step.';
    case 429:
      return 'it takes no more requests for now{said}. Use longer delays between attempts.';
    default:
      return status >= 500
        ? 'it has a problem of its own{said}. Look at its status, then retry.'
        : `it does not let the account ${call.tries}{said}. Look at the issue and its project in Jira.`;
  }
}

const FIELD_HINTS: Record<string, string> = {
  project:
    'Check the project’s key, and that the account may create issues in it.',
  issuetype: 'Check that the project has an issue type of this name.',
  labels:
    'Put the field Labels on the project’s create screen: a label is how the portal finds the issue again.',
  priority: 'Check that there is a priority of this name.',
  assignee:
    'On Cloud the assignee is an account id, on Data Center a user name, of somebody who may be assigned there.',
};

function fieldHint(fields: readonly string[]): string {
  const hints = fields.flatMap(field => FIELD_HINTS[field] ?? []);
  return hints.length > 0 ? hints.join(' ') : 'Change that in the step.';
}

function credentialsOf({ auth }: JiraSite): string {
  switch (auth.type) {
    case 'basic':
      return `the user name and the secret ${auth.password.secret}`;
    case 'bearer':
      return `the secret ${auth.token.secret}`;
    case 'oauth2':
      return `the client’s id, its scope and the secret ${auth.clientSecret.secret}`;
    default:
      return 'the authentication';
  }
}
