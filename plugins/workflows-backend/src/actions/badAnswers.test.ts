import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import {
  ActionError,
  type EgressResponse,
  type WorkflowAction,
} from 'backstage-plugin-workflows-node';
import { mockActionContext } from 'backstage-plugin-workflows-node/testUtils';
import { EgressGateway } from '../egress/EgressGateway';
import { readEgressConfig } from '../egress/readEgressConfig';
import { Receiver } from '../engine/testing/receiver';
import { jiraAction } from './jira/jiraAction';
import { linearAction } from './linear/linearAction';
import { slackAction } from './slack/slackAction';
import { prepared } from './testing/actionContext';
import { webhookAction } from './webhook/webhookAction';

const JIRA = {
  baseUrl: 'https://jira.example',
  auth: { type: 'basic', username: 'me', password: { secret: 'JIRA_TOKEN' } },
};
const CREATE = {
  ...JIRA,
  operation: 'createIssue',
  project: 'OPS',
  issueType: 'Bug',
  summary: 's',
};
const COMMENT = { ...JIRA, operation: 'comment', issue: 'OPS-1', comment: 'c' };
const LINEAR = {
  auth: { type: 'apiKey', key: { secret: 'LINEAR_KEY' } },
  operation: 'createIssue',
  teamId: 't',
  title: 't',
};

const SLACK = {
  token: { secret: 'SLACK_TOKEN' },
  channel: 'C0123ABCD',
  text: 't',
};
const WEBHOOK = {
  method: 'POST',
  url: 'https://hooks.example/in',
  auth: { type: 'bearer', token: { secret: 'HOOK_TOKEN' } },
  body: { a: 1 },
};

const json = { 'content-type': 'application/json' };
const answer = (
  status: number,
  body: unknown,
  headers: Record<string, string> = json,
): EgressResponse => ({
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  truncated: false,
});
const html = { 'content-type': 'text/html; charset=utf-8' };
const refused = (code: string, message: string, type = '') => ({
  errors: [{ message, extensions: { code, type } }],
});

const slackError = (error: string, more: object = {}) => ({
  ok: false,
  error,
  ...more,
});

async function failureOf(
  action: WorkflowAction,
  config: JsonObject,
  given: EgressResponse,
): Promise<ActionError> {
  const context = mockActionContext({
    request: prepared<any>(action, config),
    answer: () => given,
  });
  return action.run(context).then(
    () => {
      throw new Error('It did not fail');
    },
    error => error,
  );
}

/** One sentence or two, that fit on a step. */
function expectReadable({ message }: ActionError) {
  expect(message.length).toBeLessThan(500);
  expect(message).toMatch(/^\S.*\.$/);
  expect(message).not.toMatch(/undefined|null|\[object|\{said\}|\.\./);
}

type Expected = Partial<
  Pick<ActionError, 'code' | 'retryable' | 'ambiguous' | 'retryAfterMs'>
>;
const FINAL = { retryable: false, ambiguous: false };
const LATER = { retryable: true, ambiguous: false };
const DOUBT = { retryable: true, ambiguous: true };

describe.each<
  [
    string,
    WorkflowAction,
    JsonObject,
    Array<[string, EgressResponse, Expected, ...string[]]>,
  ]
>([
  [
    'jira',
    jiraAction,
    CREATE,
    [
      [
        'wrong credentials',
        answer(401, 'Client must be authenticated', html),
        { code: 'http_status', ...FINAL },
        'jira.example answered 401: it does not accept the credentials. Check the user name and the secret JIRA_TOKEN; the token may have been revoked or have expired.',
      ],
      [
        'a revoked token',
        answer(401, { message: 'Token is revoked' }),
        FINAL,
        '(Token is revoked)',
        'the secret JIRA_TOKEN',
      ],
      [
        'a CAPTCHA',
        answer(403, 'x', {
          'x-authentication-denied-reason': 'CAPTCHA_CHALLENGE; login-url=x',
        }),
        FINAL,
        'Log in there once',
      ],
      [
        'a missing permission',
        answer(403, { errorMessages: ['You cannot.'], errors: {} }),
        FINAL,
        'the account may not create the issue in project OPS (You cannot). Give it the permission',
      ],
      [
        'a project that is not there',
        answer(404, '<html>', html),
        FINAL,
        'there is no Jira at this URL. Check Jira’s URL',
      ],
      [
        'errors of fields',
        answer(400, {
          errorMessages: [],
          errors: {
            project: 'valid project is required',
            customfield_1: 'Root cause is required.',
            labels: 'Field cannot be set.',
          },
        }),
        { code: 'http_status', ...FINAL },
        'it refuses to create the issue in project OPS (project: valid project is required; customfield_1: Root cause is required; labels: Field cannot be set).',
        'Check the project’s key',
        'Put the field Labels on the project’s create screen',
      ],
      [
        'an error of one field that nothing is known of',
        answer(400, { errors: { customfield_1: 'Nope' } }),
        FINAL,
        'Change that in the step.',
      ],
      [
        '429 with Retry-After',
        answer(429, '', { 'retry-after': '17' }),
        { code: 'http_status', retryAfterMs: 17_000, ...LATER },
        'takes no more requests for now',
      ],
      [
        '429 without Retry-After',
        answer(429, '', {}),
        { retryAfterMs: undefined, ...LATER },
        'longer delays',
      ],
      [
        'a mistake of the server',
        answer(500, { message: 'Internal' }),
        { code: 'http_status', ...DOUBT },
        'it has a problem of its own (Internal)',
      ],
      ['a gateway’s timeout', answer(504, '<html>', html), DOUBT, '504'],
      [
        'a server that is down',
        answer(503, '<html>', { ...html, 'retry-after': '5' }),
        { retryAfterMs: 5_000, ...LATER },
        'Look at its status',
      ],
      [
        'a login page',
        answer(200, '<html>Log in</html>', html),
        { code: 'answer_unreadable', ...FINAL },
        'jira.example answered 200 with text/html that is no JSON object, so it was not Jira’s API; check Jira’s URL, and whether a login page',
      ],
      [
        'JSON that breaks off',
        answer(201, '{"id":'),
        { code: 'answer_unreadable', retryable: false, ambiguous: true },
        'no JSON object',
      ],
    ],
  ],
  [
    'jira, of an issue',
    jiraAction,
    COMMENT,
    [
      [
        'an issue that is not there',
        answer(404, { errorMessages: ['Issue does not exist'], errors: {} }),
        FINAL,
        'there is no issue OPS-1, or the account may not see it (Issue does not exist).',
      ],
      [
        'a text that is too long',
        answer(413, {}),
        FINAL,
        'Shorten it in the step.',
      ],
      [
        'a conflict',
        answer(409, {}),
        FINAL,
        'it does not let the account comment on OPS-1',
      ],
    ],
  ],
  [
    'linear',
    linearAction,
    LINEAR,
    [
      [
        'wrong credentials',
        answer(401, refused('AUTHENTICATION_ERROR', 'Authentication required')),
        { code: 'http_status', ...FINAL },
        'Check the secret LINEAR_KEY',
        '(Authentication required)',
      ],
      [
        'a revoked token',
        answer(200, refused('', 'Revoked', 'authentication error')),
        FINAL,
        'it may have been revoked',
      ],
      [
        'credentials, without JSON',
        answer(401, 'no', html),
        FINAL,
        'LINEAR_KEY',
      ],
      [
        'a missing permission',
        answer(200, refused('FORBIDDEN', 'No access', 'forbidden')),
        FINAL,
        'Linear does not allow that (No access). Give',
      ],
      [
        'a firewall',
        answer(403, '<html>', html),
        FINAL,
        'something before Linear',
      ],
      [
        'a team that is not there',
        answer(
          200,
          refused('INPUT_ERROR', 'Entity not found: Team', 'invalid input'),
        ),
        { code: 'not_accepted', ...FINAL },
        'Linear refuses the issue (Entity not found: Team). Check the ids of team',
      ],
      [
        'errors of fields',
        answer(
          400,
          refused(
            'GRAPHQL_VALIDATION_FAILED',
            'Variable "$input" got invalid value',
          ),
        ),
        { code: 'not_accepted', ...FINAL },
        'Variable "$input" got invalid value',
      ],
      [
        'too many requests, with Retry-After',
        answer(400, refused('RATELIMITED', 'Rate limit exceeded'), {
          ...json,
          'retry-after': '17',
        }),
        { code: 'rate_limited', retryAfterMs: 17_000, ...LATER },
        'Linear takes no more requests for now (Rate limit exceeded)',
      ],
      [
        'too many requests, without Retry-After',
        answer(400, refused('RATELIMITED', 'Rate limit exceeded')),
        { code: 'rate_limited', retryAfterMs: undefined, ...LATER },
        'longer delays',
      ],
      [
        '429 of a proxy',
        answer(429, '', { 'retry-after': '3' }),
        { retryAfterMs: 3_000, ...LATER },
        '429',
      ],
      [
        'a mistake of the server',
        answer(200, refused('INTERNAL_SERVER_ERROR', 'Oops')),
        { code: 'server_error', ...DOUBT },
        'Linear has a problem of its own (Oops)',
      ],
      ['a gateway’s timeout', answer(504, '<html>', html), DOUBT, '504'],
      ['a server that is down', answer(503, '', {}), LATER, '503'],
      [
        'a page in place of Linear',
        answer(200, '<html>', html),
        { code: 'answer_unreadable', ambiguous: true },
        'Look at the proxy or firewall',
      ],
    ],
  ],
  [
    'slack',
    slackAction,
    SLACK,
    [
      [
        'wrong credentials',
        answer(200, slackError('invalid_auth')),
        { code: 'slack_invalid_auth', ...FINAL },
        'Slack answered invalid_auth: Slack does not accept the token; put a valid bot token into the secret SLACK_TOKEN.',
      ],
      [
        'a revoked token',
        answer(200, slackError('token_revoked')),
        FINAL,
        'The token was revoked; install the app again, and put its new token into the secret SLACK_TOKEN.',
      ],
      [
        'a missing scope',
        answer(200, slackError('missing_scope', { needed: 'chat:write' })),
        FINAL,
        'has not the scope chat:write; add it to the app',
      ],
      [
        'a channel that is not there',
        answer(200, slackError('channel_not_found')),
        FINAL,
        'check the channel’s id, and invite the app when it is private.',
      ],
      [
        'errors of fields',
        answer(
          200,
          slackError('invalid_blocks', {
            errors: ['unsupported type: x [json-pointer:/blocks/0/type]'],
            response_metadata: {
              messages: [
                '[ERROR] unsupported type: x [json-pointer:/blocks/0/type]',
              ],
            },
          }),
        ),
        FINAL,
        'Slack answered invalid_blocks (unsupported type: x [json-pointer:/blocks/0/type]): Slack does not take the blocks; try them in its Block Kit Builder.',
      ],
      [
        'errors of arguments',
        answer(
          200,
          slackError('invalid_arguments', {
            response_metadata: { messages: ['[ERROR] missing field: channel'] },
          }),
        ),
        FINAL,
        '(missing field: channel)',
      ],
      [
        '429 with Retry-After',
        answer(429, slackError('ratelimited'), {
          ...json,
          'retry-after': '30',
        }),
        { code: 'slack_ratelimited', retryAfterMs: 30_000, ...LATER },
        'use longer delays between attempts.',
      ],
      [
        '429 without Retry-After, nor JSON',
        answer(429, 'slow down', {}),
        { code: 'http_status', retryAfterMs: undefined, ...LATER },
        'use longer delays between attempts.',
      ],
      [
        'a mistake of the server',
        answer(200, slackError('internal_error')),
        DOUBT,
        'look at its status page',
      ],
      ['a gateway’s timeout', answer(504, '<html>', html), DOUBT, '504'],
      [
        'an address that is none of Slack’s',
        answer(404, '<html>', html),
        { code: 'http_status', ...FINAL },
        'look at the URL of the API, and whether something stands between.',
      ],
      [
        'a login page',
        answer(200, '<html>Log in</html>', html),
        { code: 'answer_unreadable', ambiguous: true },
        'look at the URL of the API, and whether something stands between.',
      ],
      [
        'JSON that breaks off',
        answer(200, '{"ok":'),
        { code: 'answer_unreadable', ambiguous: true },
        'does not speak like Slack’s API',
      ],
    ],
  ],
  [
    'webhook',
    webhookAction,
    WEBHOOK,
    [
      [
        'wrong credentials',
        answer(401, 'no', html),
        { code: 'http_status', ...FINAL },
        'hooks.example answered 401: it does not accept the credentials; check the secret HOOK_TOKEN, which may have been revoked or have expired.',
      ],
      [
        'a revoked token',
        answer(403, {}),
        FINAL,
        'check the secret HOOK_TOKEN',
      ],
      [
        'a place that is not there',
        answer(404, '<html>', html),
        FINAL,
        'there is nothing at this URL; check its path.',
      ],
      [
        'errors of fields',
        answer(400, { errors: { a: 'must be text' } }),
        FINAL,
        'it does not accept the request; look at its answer, and check the URL, headers and body.',
      ],
      [
        '429 with Retry-After',
        answer(429, '', { 'retry-after': '17' }),
        { code: 'http_status', retryAfterMs: 17_000, ...LATER },
        'use longer delays between attempts.',
      ],
      [
        '429 without Retry-After',
        answer(429, '', {}),
        { retryAfterMs: undefined, ...LATER },
        'use longer delays between attempts.',
      ],
      // The key tells a repetition, so there is no doubt to be resolved.
      [
        'a mistake of the server',
        answer(500, '<html>', html),
        { code: 'http_status', ...LATER },
        'it has a problem of its own; look at the receiver.',
      ],
      ['a server that is down', answer(503, '', {}), LATER, '503'],
    ],
  ],
  [
    'webhook, with what counts as success',
    webhookAction,
    {
      ...WEBHOOK,
      success: { conditions: [{ field: 'body.ok', value: true }] },
    },
    [
      [
        'a login page in place of JSON',
        answer(200, '<html>Log in</html>', html),
        { code: 'not_successful', ...FINAL },
        'body.ok equals did not hold. Look at the answer, or change what counts as success.',
      ],
    ],
  ],
  [
    'webhook, without credentials',
    webhookAction,
    { ...WEBHOOK, auth: { type: 'none' } },
    [
      [
        'that it wants some',
        answer(401, ''),
        FINAL,
        'it wants credentials, and none were sent; set them in the step.',
      ],
    ],
  ],
])('%s', (_, action, config, cases) => {
  it.each(
    cases.map(([name, given, expected, ...said]) => ({
      name,
      given,
      expected,
      said,
    })),
  )('says of $name what to do', async ({ given, expected, said }) => {
    const error = await failureOf(action, config, given);
    expect(error).toBeInstanceOf(ActionError);
    expect(error).toMatchObject(expected);
    said.forEach(part => expect(error.message).toContain(part));
    expectReadable(error);
    expect(error.response).toMatchObject({ status: given.status });
  });
});

it('waits for as long as Linear’s own header says', async () => {
  const reset = String(Date.now() + 90_000);
  const error = await failureOf(
    linearAction,
    LINEAR,
    answer(400, refused('RATELIMITED', 'x'), {
      ...json,
      'x-ratelimit-requests-reset': reset,
    }),
  );
  expect(error.retryAfterMs).toBeGreaterThan(30_000);
  expect(error.retryAfterMs).toBeLessThanOrEqual(90_000);
});

describe('without an answer', () => {
  let server: Receiver;
  afterEach(() => server?.stop());

  /** The real way out, with names that lead to this machine or nowhere. */
  function send(action: WorkflowAction, config: JsonObject, toPort?: number) {
    const egress = EgressGateway.create({
      config: readEgressConfig(
        new ConfigReader({
          workflows: {
            egress: { allow: ['127.0.0.0/8'], allowPublic: false },
          },
        }),
      ),
      lookup: async () => {
        if (!toPort) {
          throw Object.assign(new Error('no'), { code: 'ENOTFOUND' });
        }
        return [{ address: '127.0.0.1', family: 4 }];
      },
    }).for({
      workflowId: 'w',
      secrets: { resolve: async () => 'the-secret-value' },
    });
    const context = mockActionContext({
      request: prepared<any>(action, config),
    });
    return action.run({
      ...context,
      signal: AbortSignal.timeout(20_000),
      egress: {
        fetch: (request, init) => {
          const url = new URL(request.url);
          url.port = String(toPort ?? '');
          return egress.fetch({ ...request, url: url.href }, init);
        },
      },
    });
  }

  it.each<[string, WorkflowAction, JsonObject]>([
    ['jira', jiraAction, CREATE],
    ['linear', linearAction, LINEAR],
    ['slack', slackAction, SLACK],
    ['webhook', webhookAction, WEBHOOK],
  ])(
    '%s says what is wrong with name and certificate',
    async (_, action, config) => {
      await expect(send(action, config)).rejects.toMatchObject({
        name: 'ActionError',
        code: 'dns_failed',
        retryable: true,
        ambiguous: false,
        message: expect.stringMatching(
          /^The host [a-z.]+ cannot be found; check its spelling, or/,
        ),
      });
      server = await Receiver.start();
      const port = Number(new URL(server.url).port);
      await expect(send(action, config, port)).rejects.toMatchObject({
        name: 'ActionError',
        code: 'tls_failed',
        ambiguous: false,
        message: expect.stringMatching(
          /^No secure connection to \S+ could be made \(.+\); check its certificate\.$/,
        ),
      });
      expect(server.received).toEqual([]);
    },
  );
});
