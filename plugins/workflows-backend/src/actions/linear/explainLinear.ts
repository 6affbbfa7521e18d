import type { JsonObject } from '@backstage/types';
import {
  ActionError,
  type EgressResponse,
} from 'backstage-plugin-workflows-node';
import { asObject, asText } from '../http/asObject';
import { oneLine } from '../http/oneLine';
import { parseRetryAfter } from '../http/retryAfter';
import type { LinearRequest } from './prepareLinear';

const MAX_REASON_CHARS = 300;

/**
 * What the errors of a GraphQL answer mean. Linear names their kind in
 * `extensions.code` or, in words, in `extensions.type`; its answer to too many
 * requests has the status 400.
 *
 * @see https://linear.app/developers/graphql and https://linear.app/developers/rate-limiting
 */
export function explainErrors(options: {
  request: LinearRequest;
  answer: EgressResponse;
  errors: JsonObject[];
  response: JsonObject;
}): ActionError {
  const { request, answer, errors, response } = options;
  const reasons = errors.slice(0, 5).map(reasonOf).filter(Boolean);
  const said = reasons.length > 0 ? ` (${reasons.join('; ')})` : '';
  switch (kindOf(errors, answer.status)) {
    case 'rate limit':
      return new ActionError(
        `Linear takes no more requests for now${said}. Use longer delays between attempts, or an account of its own for the portal.`,
        {
          code: 'rate_limited',
          retryable: true,
          retryAfterMs: pauseOf(answer.headers),
          response,
        },
      );
    case 'credentials':
      return new ActionError(
        `${notAccepted(request).replace(/\.$/, '')}${said}.`,
        { code: 'http_status', response },
      );
    case 'permission':
      return new ActionError(
        `Linear does not allow that${said}. Give the account or the API key access to the team, or use another one.`,
        { code: 'http_status', response },
      );
    case 'server':
      return new ActionError(
        `Linear has a problem of its own${said}. Look at its status, then retry.`,
        {
          code: 'server_error',
          retryable: true,
          ambiguous: true,
          response,
        },
      );
    default:
      return new ActionError(
        `Linear refuses the ${
          request.operation === 'comment' ? 'comment' : 'issue'
        }${said}. ${
          request.operation === 'comment'
            ? 'Check the issue’s identifier'
            : 'Check the ids of team, labels, assignee, state and project'
        }, and that the account may see them.`,
        { code: 'not_accepted', response },
      );
  }
}

/** What a status without GraphQL errors means. */
export function explainStatus(request: LinearRequest, status: number): string {
  const answered = `api.linear.app answered ${status}: `;
  switch (status) {
    case 401:
      return answered + notAccepted(request);
    case 403:
      return `${answered}the account may not do this, or something before Linear refuses. Check ${credentialsOf(
        request,
      )} and its access to the team.`;
    case 429:
      return `${answered}it takes no more requests for now. Use longer delays between attempts.`;
    default:
      return status >= 500
        ? `${answered}it has a problem of its own. Look at its status, then retry.`
        : `${answered}it does not accept the request. Look at what it answered.`;
  }
}

function notAccepted(request: LinearRequest): string {
  return `Linear does not accept the credentials. Check ${credentialsOf(
    request,
  )}; it may have been revoked or have expired, and an OAuth token is no API key.`;
}

function credentialsOf({ auth, headers }: LinearRequest): string {
  const { Authorization: key } = headers;
  if (typeof key === 'object') {
    return `the secret ${key.secret}`;
  }
  if (auth?.type === 'bearer') {
    return `the secret ${auth.token.secret}`;
  }
  return auth?.type === 'oauth2'
    ? `the client’s id, its scope and the secret ${auth.clientSecret.secret}`
    : 'the authentication';
}

function reasonOf({ message, extensions }: JsonObject): string {
  const { userPresentableMessage } = asObject(extensions);
  return oneLine(
    asText(userPresentableMessage) || asText(message),
    MAX_REASON_CHARS,
  ).replace(/\.$/, '');
}

function kindOf(errors: readonly JsonObject[], status: number) {
  const named = errors
    .map(({ extensions }) => asObject(extensions))
    .map(({ code, type }) => `${asText(code)} ${asText(type)}`.toLowerCase())
    .join(' ');
  if (/rate ?_?limited/.test(named) || status === 429) {
    return 'rate limit';
  }
  if (/authentication/.test(named) || status === 401) {
    return 'credentials';
  }
  if (/forbidden|feature[ _]not[ _]accessible/.test(named) || status === 403) {
    return 'permission';
  }
  return /internal|lock|bootstrap/.test(named) || status >= 500
    ? 'server'
    : 'input';
}

/** `Retry-After`, or Linear's own header: when its bucket is full, in milliseconds since 1970. */
function pauseOf(headers: Record<string, string>): number | undefined {
  const now = Date.now();
  const reset = Number(headers['x-ratelimit-requests-reset']);
  return (
    parseRetryAfter(headers['retry-after'], now) ??
    (reset > now ? reset - now : undefined)
  );
}
