import type { JsonObject } from '@backstage/types';
import {
  type ExampleAnswer,
  mockActionContext,
  testWorkflowAction,
} from 'backstage-plugin-workflows-node/testUtils';
import { prepared } from '../testing/actionContext';
import { linearAction } from './linearAction';
import { idOf } from './prepareLinear';

const json = { 'content-type': 'application/json' };
const KEY = { auth: { type: 'apiKey', key: { secret: 'LINEAR' } } };
const ISSUE = {
  ...KEY,
  operation: 'createIssue',
  teamId: 'team-1',
  title: 'Checkout is down',
};
const COMMENT = {
  ...KEY,
  operation: 'comment',
  issue: 'ENG-12',
  comment: '**Look**',
};

/** A Linear that keeps ids, and refuses one that is there. */
function linear(ids = new Set<string>()): ExampleAnswer {
  return ({ body }) => {
    const { query, variables } = JSON.parse(body!);
    const id = variables.id ?? variables.input.id;
    const name = /(issueCreate|commentCreate|issue|comment)\(/.exec(query)![1];
    const issue = {
      id,
      identifier: 'ENG-12',
      title: 'Checkout is down',
      url: 'https://linear.app/acme/issue/ENG-12',
      state: { name: 'Todo' },
    };
    const thing = name.startsWith('issue')
      ? issue
      : { id, url: `${issue.url}#comment`, issue };
    if (name.endsWith('Create') === ids.has(id)) {
      const errors = [{ message: 'no', extensions: { code: 'INPUT_ERROR' } }];
      return { headers: json, body: JSON.stringify({ errors }) };
    }
    ids.add(id);
    const data = {
      [name]: name.endsWith('Create')
        ? { success: true, [name.slice(0, -6)]: thing }
        : thing,
    };
    return { headers: json, body: JSON.stringify({ data }) };
  };
}

/** Whatever is asked for is there, and new. */
const always: ExampleAnswer = (request, before) => linear()(request, before);

const contextOf = (config: JsonObject, answer: ExampleAnswer = always) =>
  mockActionContext({ request: prepared<any>(linearAction, config), answer });

testWorkflowAction({
  action: linearAction,
  configs: {
    'an issue': { config: ISSUE, answer: always },
    'a comment': {
      config: {
        ...COMMENT,
        auth: { type: 'bearer', token: { secret: 'LINEAR' } },
      },
      answer: always,
    },
  },
});

describe('the linear action', () => {
  it('sends an issue with all that is set', async () => {
    const context = contextOf({
      ...ISSUE,
      description: '**Look**',
      priority: 'Urgent',
      labelIds: ['l', ''],
      assigneeId: 'a',
      stateId: '',
    });
    const result = await linearAction.run(context);
    const [{ url, headers, body, auth }] = context.sent;
    expect(url).toBe('https://api.linear.app/graphql');
    expect(headers).toMatchObject({ Authorization: { secret: 'LINEAR' } });
    expect(auth).toBeUndefined();
    expect(JSON.parse(body!).variables.input).toEqual({
      id: expect.stringMatching(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      ),
      teamId: 'team-1',
      title: 'Checkout is down',
      description: '**Look**',
      priority: 1,
      labelIds: ['l'],
      assigneeId: 'a',
    });
    const ticket = {
      system: 'linear',
      key: 'ENG-12',
      url: 'https://linear.app/acme/issue/ENG-12',
      title: 'Checkout is down',
      state: 'Todo',
    };
    expect(result).toMatchObject({
      output: { key: 'ENG-12', url: ticket.url, ticket },
      tickets: [ticket],
    });
  });

  it('sends a token of OAuth as a bearer', async () => {
    const auth = { type: 'bearer', token: { secret: 'LINEAR' } };
    const context = contextOf({ ...COMMENT, auth });
    await linearAction.run(context);
    expect(context.sent[0].auth).toEqual(auth);
    expect(context.sent[0].headers).not.toHaveProperty('Authorization');
  });

  it('chooses an id by the effect’s key alone', () => {
    expect(idOf('run.node')).toBe(idOf('run.node'));
    expect(idOf('run.node')).not.toBe(idOf('run.other'));
  });

  it.each([
    ['an issue', ISSUE, 1],
    ['a comment', COMMENT, 0],
  ])(
    'takes %s that is there already for its own',
    async (_, config, tickets) => {
      const answer = linear();
      const first = await linearAction.run(contextOf(config, answer));
      const context = contextOf(config, answer);
      const second: any = await linearAction.run(context);
      expect(context.sent).toHaveLength(2);
      expect(second.output).toEqual((first as any).output);
      expect(second.tickets).toHaveLength(tickets);
    },
  );

  it('fails with the refusal when there is none', async () => {
    const errors = [
      {
        message: 'Argument Validation Error',
        extensions: {
          code: 'INPUT_ERROR',
          userPresentableMessage: 'teamId must be a UUID.',
        },
      },
    ];
    const context = contextOf(ISSUE, () => ({
      headers: json,
      body: JSON.stringify({ errors }),
    }));
    await expect(linearAction.run(context)).rejects.toMatchObject({
      code: 'not_accepted',
      message: expect.stringContaining('(teamId must be a UUID)'),
      retryable: false,
      ambiguous: false,
    });
  });

  it.each(['5', 'asap', '-1'])('knows no priority %s', priority => {
    expect(() => prepared(linearAction, { ...ISSUE, priority })).toThrow(
      'Nothing was sent: priority must be one of none, urgent',
    );
  });
});
