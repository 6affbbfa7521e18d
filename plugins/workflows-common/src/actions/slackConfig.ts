import { z } from 'zod';
import { jsonValueSchema } from '../json';
import { secretRefSchema } from './secretRef';

const API_URL = /^https?:\/\/[^\s/?#{}@\\]+(?:\/[^\s?#{}]*)?$/;

/** @public */
export const slackConfigSchema = z.strictObject({
  token: secretRefSchema.meta({
    title: 'Bot token',
    description:
      'A secret with a token that begins with xoxb-. It needs the scope chat:write, and channels:history to find out after a crash whether a message was posted.',
    'x-workflows-field': 'secret',
  }),
  channel: z.string().min(1).max(2_048).meta({
    title: 'Channel',
    description:
      'Its id, for example C0123ABCD, or {{ steps.tell.output.channel }}. A name such as #incidents works too, but then nobody can tell after a crash whether the message was posted.',
  }),
  text: z
    .string()
    .meta({
      title: 'Text',
      description:
        'In Slack’s mrkdwn. Beside blocks it is what notifications show.',
      'x-workflows-field': 'text',
    })
    .optional(),
  blocks: z
    .array(jsonValueSchema)
    .max(50)
    .meta({
      title: 'Blocks',
      description: 'Block Kit: a list of blocks, whose texts are templates.',
      'x-workflows-field': 'json',
    })
    .optional(),
  threadTs: z
    .string()
    .meta({
      title: 'Thread',
      description:
        'Answers an earlier message: {{ steps.tell.output.ts }}. Empty for a message of its own.',
    })
    .optional(),
  replyBroadcast: z
    .boolean()
    .meta({
      title: 'Also in the channel',
      description: 'Shows an answer in a thread in the channel, too.',
    })
    .optional(),
  unfurl: z
    .boolean()
    .meta({
      title: 'Previews of links',
      description: 'Whether Slack shows them; Slack decides unless set.',
    })
    .optional(),
  apiUrl: z
    .string()
    .max(1_000)
    .regex(
      API_URL,
      'must be a literal http:// or https:// URL without credentials and query',
    )
    .meta({
      title: 'URL of the API',
      description:
        'https://slack.com/api unless set; https://slack-gov.com/api for GovSlack. Literal, no template.',
    })
    .optional(),
});

/** @public */
export type SlackConfig = z.infer<typeof slackConfigSchema>;
