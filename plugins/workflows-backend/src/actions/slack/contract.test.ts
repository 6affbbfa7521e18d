import type { SlackConfig } from 'backstage-plugin-workflows-common';
import {
  mockActionContext,
  mockPrepareOptions,
} from 'backstage-plugin-workflows-node/testUtils';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FakeSlack } from './__testUtils__/FakeSlack';
import { slackAction } from './slackAction';

/** Slack's own description of its API: beside this repository, never in it. */
const DESCRIPTION = resolve(
  __dirname,
  '../../../../../../shared/contracts/slack-web-api.openapi2.json',
);

/** Slack has added them since it stopped to publish the description. */
const NEWER = ['metadata', 'include_all_metadata'];

const described = existsSync(DESCRIPTION);

(described ? describe : describe.skip)(
  `the names of Slack's own description${
    described ? '' : ' (skipped: it is not beside the repository)'
  }`,
  () => {
    const read = () => JSON.parse(readFileSync(DESCRIPTION, 'utf8'));
    const config: SlackConfig = {
      token: { secret: 'SLACK' },
      channel: 'C0123ABCD',
      text: 'a',
      blocks: [{ type: 'divider' }],
      threadTs: '1732269600.000100',
      replyBroadcast: true,
      unfurl: true,
    };
    const parametersOf = (path: string, method: string): string[] =>
      read().paths[path][method].parameters.map((one: any) => one.name);

    it('are those of the message', () => {
      const { body } = slackAction.prepare(mockPrepareOptions({ config }));
      const sent = Object.keys(JSON.parse(body!));
      expect(sent).toContain('reply_broadcast');
      expect(parametersOf('/chat.postMessage', 'post')).toEqual(
        expect.arrayContaining(sent.filter(name => !NEWER.includes(name))),
      );
    });

    it.each([
      ['/conversations.replies', config],
      ['/conversations.history', { ...config, threadTs: undefined }],
    ])('are those of the look by %s', async (path, its) => {
      const slack = new FakeSlack();
      slack.pageSize = 1;
      for (const ts of ['1732269600.000100', '2']) {
        slack.messages.push({
          ts,
          channel: 'C0123ABCD',
          ...(its.threadTs && { thread_ts: its.threadTs }),
        });
      }
      const context = mockActionContext({
        request: slackAction.prepare(mockPrepareOptions({ config: its })),
        answer: request => ({
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(slack.answer(request.method, request.url)),
        }),
      });
      await slackAction.probe!(context);
      const { pathname, searchParams } = new URL(context.sent[1].url);
      expect(`/api${path}`).toBe(pathname);
      const sent = [...searchParams.keys()];
      expect(sent).toContain('cursor');
      expect(parametersOf(path, 'get')).toEqual(
        expect.arrayContaining(sent.filter(name => !NEWER.includes(name))),
      );
    });

    it('are those of the answer', () => {
      const { required } =
        read().paths['/chat.postMessage'].post.responses['200'].schema;
      expect(required).toEqual(expect.arrayContaining(['ok', 'channel', 'ts']));
    });
  },
);
