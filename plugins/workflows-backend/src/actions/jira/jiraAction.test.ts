import type { JsonObject } from '@backstage/types';
import type { EgressRequest } from 'backstage-plugin-workflows-node';
import {
  type ExampleAnswer,
  mockActionContext,
  testWorkflowAction,
} from 'backstage-plugin-workflows-node/testUtils';
import { prepared } from '../testing/actionContext';
import { jiraAction } from './jiraAction';

const json = { 'content-type': 'application/json;charset=UTF-8' };
const SITE = {
  baseUrl: 'https://acme.atlassian.net/',
  auth: { type: 'basic', username: 'me', password: { secret: 'JIRA' } },
};
const SERVER = {
  baseUrl: 'https://jira.example/context',
  deployment: 'dataCenter',
  auth: { type: 'bearer', token: { secret: 'JIRA' } },
};
const ISSUE = {
  operation: 'createIssue',
  project: 'OPS',
  issueType: 'Bug',
  summary: 'Checkout is down',
};
const COMMENT = { operation: 'comment', issue: 'OPS-1', comment: '**Look**' };
const TRANSITION = {
  operation: 'transition',
  issue: 'OPS-1',
  transition: 'Done',
};

/** A Jira with one issue; answers by method and path. */
function jira(
  answers: Record<string, { status?: number; body: unknown }> = {},
): ExampleAnswer {
  const all = {
    'POST /issue': { status: 201, body: { id: '10001', key: 'OPS-1' } },
    'POST /issue/OPS-1/comment': { status: 201, body: { id: '7' } },
    'GET /issue/OPS-1': {
      body: {
        id: '10001',
        key: 'OPS-1',
        fields: { summary: 'Old', status: { name: 'To do' } },
      },
    },
    'GET /issue/OPS-1/transitions': {
      body: {
        transitions: [
          { id: '11', name: 'Start', to: { name: 'In progress' } },
          { id: '31', name: 'Finish', to: { name: 'Done' } },
        ],
      },
    },
    'POST /issue/OPS-1/transitions': { status: 204, body: undefined },
    ...answers,
  } as Record<string, { status?: number; body: unknown }>;
  return ({ method, url }) => {
    const name = `${method} ${pathOf(url)}`;
    const { status = 200, body } = all[name] ?? { status: 404, body: {} };
    return { status, headers: json, body: body ? JSON.stringify(body) : '' };
  };
}

function pathOf(url: string) {
  return new URL(url).pathname.replace(/^.*\/rest\/api\/[23]/, '');
}

const called = ({ method, url }: EgressRequest) => `${method} ${pathOf(url)}`;

function contextOf(
  config: JsonObject,
  options: { answer?: ExampleAnswer; sinceSentMs?: number } = {},
) {
  const request = prepared<any>(jiraAction, config);
  return mockActionContext({ request, answer: jira(), ...options });
}

testWorkflowAction({
  action: jiraAction,
  configs: {
    'an issue on Cloud': { config: { ...SITE, ...ISSUE }, answer: jira() },
    'an issue on Data Center': {
      config: { ...SERVER, ...ISSUE, description: '# Why' },
      answer: jira(),
    },
    'a comment': { config: { ...SITE, ...COMMENT }, answer: jira() },
    'a transition': { config: { ...SITE, ...TRANSITION }, answer: jira() },
  },
});

describe('the jira action', () => {
  it('sends an issue to Cloud as an Atlassian document', async () => {
    const context = contextOf({
      ...SITE,
      ...ISSUE,
      summary: `Checkout\n  is down ${'x'.repeat(300)}`,
      description: 'Look **here**',
      labels: ['two words', ' '],
      priority: 'High',
      assignee: 'account-1',
      fields: { customfield_1: [1] },
    });
    const result = await jiraAction.run(context);
    const [{ url, headers, auth, body }] = context.sent;
    expect({ url, auth, headers }).toEqual({
      url: 'https://acme.atlassian.net/rest/api/3/issue',
      auth: SITE.auth,
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/json',
        'User-Agent': 'backstage-plugin-workflows',
      },
    });
    const { fields } = JSON.parse(body!);
    expect(fields).toEqual({
      project: { key: 'OPS' },
      issuetype: { name: 'Bug' },
      summary: expect.stringMatching(/^Checkout is down x+…$/),
      description: expect.objectContaining({ type: 'doc', version: 1 }),
      labels: ['two-words', expect.stringMatching(/^workflows-[0-9a-f]{24}$/)],
      priority: { name: 'High' },
      assignee: { id: 'account-1' },
      customfield_1: [1],
    });
    expect(fields.summary).toHaveLength(255);
    const ticket = {
      system: 'jira',
      key: 'OPS-1',
      url: 'https://acme.atlassian.net/browse/OPS-1',
      title: fields.summary,
    };
    expect(result).toMatchObject({
      output: { key: 'OPS-1', id: '10001', url: ticket.url, ticket },
      tickets: [ticket],
    });
  });

  it('sends an issue to Data Center as wiki text', async () => {
    const context = contextOf({
      ...SERVER,
      ...ISSUE,
      description: 'Look **here**',
      assignee: 'ada',
    });
    const result = await jiraAction.run(context);
    const [{ url, auth, body }] = context.sent;
    expect({ url, auth }).toEqual({
      url: 'https://jira.example/context/rest/api/2/issue',
      auth: SERVER.auth,
    });
    expect(JSON.parse(body!).fields).toMatchObject({
      description: 'Look *here*',
      assignee: { name: 'ada' },
    });
    expect(result).toMatchObject({
      output: { url: 'https://jira.example/context/browse/OPS-1' },
    });
  });

  it('links to where people are', async () => {
    const webUrl = 'https://acme.atlassian.net/';
    const baseUrl = 'https://api.atlassian.com/ex/jira/cloud-id';
    const context = contextOf({ ...SITE, ...ISSUE, baseUrl, webUrl });
    expect(await jiraAction.run(context)).toMatchObject({
      output: { url: 'https://acme.atlassian.net/browse/OPS-1' },
    });
    expect(context.sent[0].url).toBe(`${baseUrl}/rest/api/3/issue`);
  });

  it('comments with a property that people do not see', async () => {
    const context = contextOf({ ...SITE, ...COMMENT });
    const result = await jiraAction.run(context);
    expect(JSON.parse(context.sent[0].body!)).toEqual({
      body: expect.objectContaining({ type: 'doc' }),
      properties: [
        {
          key: 'workflows-effect',
          value: { mark: expect.stringMatching(/^workflows-/) },
        },
      ],
    });
    expect(result).toMatchObject({
      output: {
        key: 'OPS-1',
        id: '7',
        url: 'https://acme.atlassian.net/browse/OPS-1?focusedCommentId=7',
      },
    });
    expect(result).not.toHaveProperty('tickets');
  });

  it.each(['finish', 'DONE'])(
    'takes the transition of the name or status %s',
    async transition => {
      const context = contextOf({ ...SITE, ...TRANSITION, transition });
      const result = await jiraAction.run(context);
      expect(JSON.parse(context.sent.at(-1)!.body!)).toEqual({
        transition: { id: '31' },
      });
      expect(result).toMatchObject({
        output: { key: 'OPS-1', status: 'Done' },
        tickets: [{ key: 'OPS-1', title: 'Old', state: 'Done' }],
      });
    },
  );

  it('leaves an issue that has the status already', async () => {
    const context = contextOf({ ...SITE, ...TRANSITION, transition: 'To do' });
    expect(await jiraAction.run(context)).toMatchObject({
      output: { status: 'To do' },
    });
    expect(context.sent.map(called)).not.toContain(
      'POST /issue/OPS-1/transitions',
    );
  });

  it('says which transitions there are', async () => {
    const context = contextOf({ ...SITE, ...TRANSITION, transition: 'Reopen' });
    await expect(jiraAction.run(context)).rejects.toMatchObject({
      code: 'transition_unknown',
      message: expect.stringContaining('Start, Finish'),
      retryable: false,
    });
  });

  it.each<[string, JsonObject]>([
    ['issue must be the key', { ...COMMENT, issue: '' }],
    ['issue must be the key', { ...COMMENT, issue: 'OPS-1/../../x' }],
    ['issue must be the key', { ...TRANSITION, issue: '10001' }],
    ['fields.labels is set', { ...ISSUE, fields: { labels: ['a'] } }],
    ['fields.project is set', { ...ISSUE, fields: { project: 'X' } }],
  ])('sends nothing when %s', (problem, config) => {
    const { success, data } = jiraAction.schema.config.safeParse({
      ...SITE,
      ...config,
    });
    // An empty key comes out of a template, when the schema has let it through.
    const rendered = success ? data : { ...SITE, ...config };
    expect(() =>
      jiraAction.prepare({ config: rendered, effectKey: 'k' } as any),
    ).toThrow(`Nothing was sent: ${problem}`);
  });

  describe('looks for', () => {
    const issue = { ...SITE, ...ISSUE };
    const found = (more: object) =>
      jira({ 'POST /search/jql': { body: { issues: [more] } } });
    const none = jira({
      'POST /search/jql': { body: { issues: [] } },
      'POST /search': { body: { issues: [] } },
      'GET /issue/OPS-1/comment': { body: { comments: [{ id: '1' }] } },
      'GET /comment/1/properties/workflows-effect': {
        body: { value: { mark: 'another' } },
      },
    });

    it('an issue by its label', async () => {
      const answer = found({ id: '10009', key: 'OPS-9' });
      const context = contextOf(issue, { answer });
      expect(await jiraAction.probe!(context)).toMatchObject({
        found: true,
        output: { key: 'OPS-9', id: '10009' },
        tickets: [{ key: 'OPS-9', title: 'Checkout is down' }],
      });
      const { label, body } = context.request;
      expect(JSON.parse(body).fields.labels).toEqual([label]);
      expect(JSON.parse(context.sent[0].body!).jql).toBe(`labels = "${label}"`);
    });

    it.each([
      ['an issue', issue, 60_000],
      ['an issue of Data Center', { ...SERVER, ...ISSUE }, 60_000],
      ['a comment', { ...SITE, ...COMMENT }, 15_000],
      ['a transition', { ...SITE, ...TRANSITION }, 15_000],
    ])('%s until the time is over', async (_, config, settlesMs) => {
      const early = contextOf(config, { answer: none, sinceSentMs: 2_000 });
      expect(await jiraAction.probe!(early)).toEqual({
        found: 'not yet',
        checkAfterMs: settlesMs - 2_000,
      });
      const late = contextOf(config, { answer: none, sinceSentMs: settlesMs });
      expect(await jiraAction.probe!(late)).toEqual({ found: false });
    });

    it('a comment by its property', async () => {
      const { mark } = contextOf({ ...SITE, ...COMMENT }).request;
      const context = contextOf(
        { ...SITE, ...COMMENT },
        {
          answer: jira({
            'GET /issue/OPS-1/comment': {
              body: { comments: [{ id: '3' }, { id: '2' }, { id: '1' }] },
            },
            'GET /comment/2/properties/workflows-effect': {
              body: { key: 'workflows-effect', value: { mark } },
            },
          }),
        },
      );
      expect(await jiraAction.probe!(context)).toMatchObject({
        found: true,
        output: { id: '2', key: 'OPS-1' },
      });
      expect(context.sent).toHaveLength(3);
    });

    const standing = (status: string, transitions: object[]) =>
      jira({
        'GET /issue/OPS-1': {
          body: { id: '1', fields: { status: { name: status } } },
        },
        'GET /issue/OPS-1/transitions': { body: { transitions } },
      });
    const close = { id: '5', name: 'Close', to: { name: 'Closed' } };

    it.each([
      ['is there', 'Close', standing('Closed', [close])],
      ['is there by the status', 'closed', standing('Closed', [])],
    ])('a transition that %s', async (_, transition, answer) => {
      const context = contextOf(
        { ...SITE, ...TRANSITION, transition },
        { answer },
      );
      expect(await jiraAction.probe!(context)).toMatchObject({
        found: true,
        tickets: [{ state: 'Closed' }],
      });
    });

    it.each([
      ['can be taken no more', standing('Closed', [])],
      ['leads back', standing('Closed', [{ ...close, looped: true }])],
    ])('a transition that %s, and leaves it to a person', async (_, answer) => {
      const context = contextOf(
        { ...SITE, ...TRANSITION, transition: 'Close' },
        { answer, sinceSentMs: 3_600_000 },
      );
      await expect(jiraAction.probe!(context)).rejects.toMatchObject({
        code: 'transition_unknown',
        retryable: false,
      });
    });
  });
});
