import type { SlackConfig } from 'backstage-plugin-workflows-common';
import type { EgressResponse } from 'backstage-plugin-workflows-node';
import {
  mockActionContext,
  mockPrepareOptions,
  testWorkflowAction,
} from 'backstage-plugin-workflows-node/testUtils';
import { FakeSlack } from './__testUtils__/FakeSlack';
import { slackAction } from './slackAction';

const json = { 'content-type': 'application/json; charset=utf-8' };
const base: SlackConfig = { token: { secret: 'SLACK' }, channel: 'C0123ABCD' };
const section = { type: 'section', text: { type: 'mrkdwn', text: '*Fire*' } };

const answers = (slack: FakeSlack) => (request: any) => ({
  headers: json,
  body: JSON.stringify(slack.answer(request.method, request.url, request.body)),
});

const prepare = (config: Partial<SlackConfig>, effectKey?: string) =>
  slackAction.prepare(
    mockPrepareOptions({
      config: { ...base, ...config },
      ...(effectKey && { effectKey }),
    }),
  );

const contextFor = (
  request: ReturnType<typeof prepare>,
  slack: FakeSlack,
  sinceSentMs = 60_000,
) => mockActionContext({ request, answer: answers(slack), sinceSentMs });

testWorkflowAction({
  action: slackAction,
  configs: {
    text: {
      config: { ...base, text: 'Fire' },
      answer: request => answers(new FakeSlack())(request),
    },
    'blocks in a thread': {
      config: {
        ...base,
        blocks: [section],
        threadTs: '1732269600.000100',
        replyBroadcast: true,
        unfurl: false,
      },
      answer: request => answers(new FakeSlack())(request),
    },
  },
});

describe('the slack action', () => {
  it('calls chat.postMessage with its key in the metadata', () => {
    const request = prepare({
      text: 'say "hi"',
      blocks: [section],
      threadTs: '1732269600.000100',
      replyBroadcast: true,
      apiUrl: 'https://slack-gov.com/api/',
    });
    expect(request).toMatchObject({
      method: 'POST',
      url: 'https://slack-gov.com/api/chat.postMessage',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      auth: { type: 'bearer', token: { secret: 'SLACK' } },
    });
    expect(JSON.parse(request.body!)).toEqual({
      channel: 'C0123ABCD',
      text: 'say "hi"',
      blocks: [section],
      thread_ts: '1732269600.000100',
      reply_broadcast: true,
      metadata: {
        event_type: 'backstage_workflows_step',
        event_payload: {
          effect_key: '0190c0de-0000-7000-8000-00000000000e.step',
        },
      },
    });
  });

  it.each<[string, Partial<SlackConfig>]>([
    ['channel came out empty', { channel: ' ', text: 'a' }],
    ['text came out empty', { text: ' ' }],
    ['text came out empty', { blocks: [] }],
    ['threadTs must be the ts', { text: 'a', threadTs: 'null' }],
  ])('sends nothing when %s', (problem, config) => {
    expect(() => prepare(config)).toThrow(`Nothing was sent: ${problem}`);
  });

  it('is no answer when the thread comes out empty', () => {
    const { body, look } = prepare({
      text: 'a',
      threadTs: '',
      replyBroadcast: true,
    });
    expect(body).not.toMatch(/thread_ts|reply_broadcast/);
    expect(look).not.toHaveProperty('threadTs');
  });

  it('gives later steps what names the message', async () => {
    const slack = new FakeSlack();
    const context = contextFor(prepare({ text: 'a' }), slack);
    expect(await slackAction.run(context)).toMatchObject({
      status: 'done',
      output: { channel: 'C0123ABCD', ts: '1732269600.000100' },
    });
    expect(context.sent).toHaveLength(1);
    expect(context.sent[0]).not.toHaveProperty('look');
  });

  it.each<[string, RegExp, boolean]>([
    ['channel_not_found', /check the channel’s id/, false],
    ['not_in_channel', /invite it there/, false],
    ['invalid_auth', /put a valid bot token/, false],
    ['token_revoked', /install the app again/, false],
    ['missing_scope', /has not the scope chat:write/, false],
    ['msg_too_long', /40,000 characters/, false],
    ['is_archived', /choose another one/, false],
    ['invalid_blocks', /Block Kit Builder/, false],
    ['constructor', /documentation of the method/, false],
    ['ratelimited', /no more messages for now/, true],
    ['service_unavailable', /problem of its own/, true],
  ])('says what %s means', async (code, message, retryable) => {
    const context = mockActionContext({
      request: prepare({ text: 'a' }),
      answer: () => ({
        status: code === 'ratelimited' ? 429 : 200,
        headers: { ...json, 'retry-after': '30' },
        body: JSON.stringify({ ok: false, error: code, needed: 'chat:write' }),
      }),
    });
    const error = await slackAction.run(context).catch(e => e);
    expect(error).toMatchObject({
      code: `slack_${code}`,
      retryable,
      ambiguous: false,
      retryAfterMs: 30_000,
    });
    expect(error.message).toMatch(message);
  });

  it.each<[string, Partial<EgressResponse>]>([
    ['fatal_error', { body: '{"ok":false,"error":"fatal_error"}' }],
    ['a gateway’s error', { status: 502, headers: {}, body: '<html>' }],
    ['half an answer', { body: '{"ok":', truncated: true }],
    ['a page', { headers: { 'content-type': 'text/html' }, body: '<html>' }],
  ])('is in doubt after %s', async (_, answer) => {
    const context = mockActionContext({
      request: prepare({ text: 'a' }),
      answer: () => ({ headers: json, ...answer }),
    });
    await expect(slackAction.run(context)).rejects.toMatchObject({
      name: 'ActionError',
      ambiguous: true,
    });
  });

  describe('finds its message', () => {
    const key = '0190c0de-0000-7000-8000-00000000000e.step';
    const other = '0190c0de-0000-7000-8000-00000000000f.step';

    it.each([undefined, '1732269600.000100'])(
      'among others, on any page, in the thread %s',
      async threadTs => {
        const slack = new FakeSlack();
        slack.pageSize = 2;
        const request = prepare({ text: 'mine', threadTs });
        await slackAction.run(contextFor(request, slack));
        for (const text of ['a', 'b', 'c', 'd']) {
          const theirs = prepare({ text, threadTs }, other);
          await slackAction.run(contextFor(theirs, slack));
        }
        const context = contextFor(request, slack);
        expect(await slackAction.probe!(context)).toEqual({
          found: true,
          output: {
            channel: 'C0123ABCD',
            ts: slack.messages.find(({ text }) => text === 'mine')!.ts,
          },
        });
        expect(context.sent).toHaveLength(3);
        expect(context.sent[0].url).toContain('include_all_metadata=true');
        // Five minutes before the key's first 48 bits.
        const oldest = (0x0190c0de0000 - 300_000) / 1_000;
        expect(context.sent[0].url).toContain(`oldest=${oldest}`);
      },
    );

    it('says that there is none, once Slack had time for it', async () => {
      const slack = new FakeSlack();
      const request = prepare({ text: 'mine' }, key);
      await slackAction.run(contextFor(prepare({ text: 'b' }, other), slack));
      const probe = (sinceSentMs: number) =>
        slackAction.probe!(contextFor(request, slack, sinceSentMs));
      expect(await probe(4_000)).toEqual({
        found: 'not yet',
        checkAfterMs: 6_000,
      });
      expect(await probe(10_000)).toEqual({ found: false });
    });

    it('does not know without the scope, the id, or the whole channel', async () => {
      const slack = new FakeSlack();
      const look = (config: Partial<SlackConfig>) =>
        slackAction.probe!(
          contextFor(prepare({ text: 'a', ...config }), slack),
        );
      await expect(look({ channel: '#incidents' })).rejects.toMatchObject({
        retryable: false,
        message: expect.stringContaining('not given by its id'),
      });
      slack.errors['conversations.history'] = 'missing_scope';
      await expect(look({})).rejects.toMatchObject({
        retryable: false,
        code: 'slack_missing_scope',
        message:
          'Whether the message was posted cannot be looked up, (Slack answered missing_scope: The token has not the scope that this needs; add it to the app, and install the app again.)',
      });
      slack.errors['conversations.history'] = undefined;
      slack.pageSize = 1;
      for (let n = 0; n < 11; n++) {
        slack.messages.push({ ts: `${n}`, channel: 'C0123ABCD' });
      }
      await expect(look({})).rejects.toMatchObject({
        message: expect.stringContaining('more than 2000 messages'),
      });
    });
  });
});
