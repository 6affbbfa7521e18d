import {
  ActionError,
  type ProbeContext,
  type ProbeResult,
} from 'backstage-plugin-workflows-node';
import { asObject, asObjects, asText } from '../http/asObject';
import { callSlack } from './callSlack';
import { EVENT_TYPE, type SlackRequest } from './prepareSlack';
import type { SlackOutput } from './slackAction';

/** Slack may still be at work on a request that was cut off. */
const SETTLED_MS = 10_000;
const PER_PAGE = 200;
/** A channel that says more than this is not searched; a person decides. */
const MAX_PAGES = 10;

/**
 * Looks for the message in its channel, or in its thread, by the key in its
 * metadata, from the newest one back to the run's start.
 */
export async function findMessage(
  context: ProbeContext<SlackRequest>,
): Promise<ProbeResult<SlackOutput>> {
  const { effectKey, request, sinceSentMs } = context;
  const { channel } = request.look;
  if (!/^[CDG][A-Z0-9]{7,}$/.test(channel)) {
    throw cannotLook(
      'because the channel is not given by its id, such as C0123ABCD',
    );
  }
  for (let page = 0, cursor = ''; page < MAX_PAGES; page++) {
    const { answer } = await readPage(context, cursor);
    if (!Array.isArray(answer.messages)) {
      throw cannotLook('because Slack’s answer holds no messages');
    }
    const message = asObjects(answer.messages).find(({ metadata }) => {
      const { event_type: type, event_payload: payload } = asObject(metadata);
      return type === EVENT_TYPE && asObject(payload).effect_key === effectKey;
    });
    if (message) {
      return { found: true, output: { channel, ts: asText(message.ts) } };
    }
    cursor = asText(asObject(answer.response_metadata).next_cursor);
    if (!cursor && answer.has_more === true) {
      throw cannotLook('because Slack does not lead to older messages');
    }
    if (!cursor) {
      return sinceSentMs < SETTLED_MS
        ? { found: 'not yet', checkAfterMs: SETTLED_MS - sinceSentMs }
        : { found: false };
    }
  }
  throw cannotLook(
    `because the channel has more than ${MAX_PAGES * PER_PAGE} messages since`,
  );
}

async function readPage(context: ProbeContext<SlackRequest>, cursor: string) {
  const { auth, headers = {}, look } = context.request;
  const { api, channel, oldest, threadTs } = look;
  const query = new URLSearchParams({
    channel,
    include_all_metadata: 'true',
    limit: String(PER_PAGE),
    ...(oldest && { oldest }),
    ...(threadTs && { ts: threadTs }),
    ...(cursor && { cursor }),
  });
  const method = threadTs ? 'conversations.replies' : 'conversations.history';
  try {
    return await callSlack(
      context,
      {
        method: 'GET',
        url: `${api}/${method}?${query}`,
        headers: { 'User-Agent': headers['User-Agent'] },
        auth,
      },
      false,
    );
  } catch (error) {
    throw error instanceof ActionError && !error.retryable
      ? cannotLook(`(${error.message})`, error)
      : error;
  }
}

function cannotLook(why: string, cause?: ActionError): ActionError {
  return new ActionError(
    `Whether the message was posted cannot be looked up, ${why}.`.replace(
      /\.\)\.$/,
      '.)',
    ),
    { code: cause?.code ?? 'cannot_look', response: cause?.response },
  );
}
