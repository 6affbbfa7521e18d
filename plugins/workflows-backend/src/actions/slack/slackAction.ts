import { slackConfigSchema } from 'backstage-plugin-workflows-common';
import {
  type EgressRequest,
  createWorkflowAction,
} from 'backstage-plugin-workflows-node';
import { z } from 'zod';
import { asText } from '../http/asObject';
import { callSlack } from './callSlack';
import { findMessage } from './findMessage';
import { type SlackRequest, prepareSlack } from './prepareSlack';

const outputSchema = z.object({
  channel: z.string().meta({
    description: 'The id of the channel.',
    examples: ['C0123ABCD'],
  }),
  ts: z.string().meta({
    description: 'Names the message in its channel; a thread begins with it.',
    examples: ['1732269600.000100'],
  }),
});

/** What a message is named by. */
export type SlackOutput = z.infer<typeof outputSchema>;

/**
 * A message in Slack, by `chat.postMessage`. Slack does not tell copies by a key,
 * so the message carries it in its metadata, where the probe looks for it.
 */
export const slackAction = createWorkflowAction({
  id: 'slack',
  title: 'Slack message',
  description:
    'Posts a message with text or blocks to a channel, or answers an earlier one in its thread.',
  schema: { config: slackConfigSchema, output: outputSchema },
  effect: 'probed',
  prepare: prepareSlack,
  sampleOutput: ({ channel }) => ({ channel, ts: '1732269600.000100' }),
  async run(context) {
    const { look, ...sent } = context.request as SlackRequest;
    const { answer, response } = await callSlack(
      context,
      sent as EgressRequest,
      true,
    );
    return {
      status: 'done',
      output: {
        channel: asText(answer.channel) || look.channel,
        ts: asText(answer.ts),
      },
      response,
    };
  },
  probe: findMessage,
});
