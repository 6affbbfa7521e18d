import type { JsonObject } from '@backstage/types';
import type { SlackConfig } from 'backstage-plugin-workflows-common';
import {
  ActionError,
  type EgressRequest,
  type PrepareOptions,
} from 'backstage-plugin-workflows-node';
import { CLOCKS_APART_MS, startOfKey } from '../startOfKey';

const SLACK_API = 'https://slack.com/api';

/** A message's metadata names the step that posted it. */
export const EVENT_TYPE = 'backstage_workflows_step';

/** What is stored before it is sent, and sent on every attempt. */
export type SlackRequest = JsonObject &
  EgressRequest & {
    /** Where and since when a probe looks for the message. */
    look: {
      api: string;
      channel: string;
      threadTs?: string;
      /** Seconds since 1970, as Slack writes times. */
      oldest?: string;
    };
  };

/** The exact call of `chat.postMessage`. */
export function prepareSlack({
  config,
  effectKey,
}: PrepareOptions<SlackConfig>): SlackRequest {
  const { blocks = [], token } = config;
  const api = (config.apiUrl ?? SLACK_API).replace(/\/+$/, '');
  const channel = config.channel.trim();
  const threadTs = config.threadTs?.trim() || undefined;
  const text = config.text?.trim() ? config.text : undefined;
  if (!channel) {
    throw invalid('channel', 'came out empty; look at its template');
  }
  if (!text && blocks.length === 0) {
    throw invalid('text', 'came out empty, and there are no blocks');
  }
  if (threadTs && !/^\d+\.\d+$/.test(threadTs)) {
    throw invalid(
      'threadTs',
      'must be the ts of a message, like 1732269600.000100; take it from the output of the step that posted it',
    );
  }
  const message = {
    channel,
    ...(text && { text }),
    ...(blocks.length > 0 && { blocks }),
    ...(threadTs && { thread_ts: threadTs }),
    ...(threadTs && config.replyBroadcast && { reply_broadcast: true }),
    ...(config.unfurl !== undefined && {
      unfurl_links: config.unfurl,
      unfurl_media: config.unfurl,
    }),
    metadata: {
      event_type: EVENT_TYPE,
      event_payload: { effect_key: effectKey },
    },
  };
  const oldest = oldestOf(effectKey);
  return {
    method: 'POST',
    url: `${api}/chat.postMessage`,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'User-Agent': 'backstage-plugin-workflows',
    },
    auth: { type: 'bearer', token },
    body: JSON.stringify(message),
    look: {
      api,
      channel,
      ...(threadTs && { threadTs }),
      ...(oldest && { oldest }),
    },
  };
}

/** No message of the step is older. */
function oldestOf(effectKey: string): string | undefined {
  const startMs = startOfKey(effectKey);
  return startMs === undefined
    ? undefined
    : (Math.max(0, startMs - CLOCKS_APART_MS) / 1_000).toFixed(3);
}

function invalid(field: string, problem: string): ActionError {
  return new ActionError(`Nothing was sent: ${field} ${problem}.`, {
    code: 'config_invalid',
  });
}
