/** What an error of Slack's means for the person and for the next attempt. */
export interface SlackError {
  hint: string;
  retryable?: boolean;
  /** The message may have been posted all the same. */
  ambiguous?: boolean;
}

const CREDENTIALS =
  'Slack does not accept the token; put a valid bot token into {secret}.';
export const LATER =
  'Slack has a problem of its own; look at its status page if it lasts.';
export const SLOWER =
  'Slack takes no more messages for now; use longer delays between attempts.';

const ERRORS: Record<string, SlackError | undefined> = {
  account_inactive: { hint: CREDENTIALS },
  invalid_auth: { hint: CREDENTIALS },
  not_authed: { hint: CREDENTIALS },
  token_expired: {
    hint: 'The token has expired; put a new one into {secret}.',
  },
  token_revoked: {
    hint: 'The token was revoked; install the app again, and put its new token into {secret}.',
  },
  not_allowed_token_type: {
    hint: 'This kind of token may not do that; use a bot token, which begins with xoxb-.',
  },
  ekm_access_denied: {
    hint: 'The workspace’s administrators have suspended posting.',
  },
  no_permission: {
    hint: 'The app may not post there; ask the workspace’s administrators.',
  },
  restricted_action: {
    hint: 'The workspace allows only some to post there; ask its administrators.',
  },
  access_denied: {
    hint: 'The app has no access there; invite it to the channel.',
  },
  channel_not_found: {
    hint: 'There is no such channel, or the app cannot see it; check the channel’s id, and invite the app when it is private.',
  },
  not_in_channel: {
    hint: 'The app is not in the channel; invite it there with /invite.',
  },
  is_archived: { hint: 'The channel is archived; choose another one.' },
  thread_not_found: {
    hint: 'There is no such thread in the channel; check threadTs.',
  },
  invalid_ts_latest: {
    hint: 'Slack does not take the time that was asked for.',
  },
  cannot_reply_to_message: {
    hint: 'That message cannot be answered in a thread; check threadTs.',
  },
  message_not_found: {
    hint: 'There is no message with that ts; check threadTs.',
  },
  msg_too_long: {
    hint: 'The text is too long; Slack takes 40,000 characters.',
  },
  msg_blocks_too_long: { hint: 'The blocks hold too much text; shorten them.' },
  no_text: { hint: 'There is neither text nor a block; fill in one of them.' },
  invalid_blocks: {
    hint: 'Slack does not take the blocks; try them in its Block Kit Builder.',
  },
  invalid_blocks_format: {
    hint: 'The blocks are no list of blocks; try them in Slack’s Block Kit Builder.',
  },
  metadata_too_large: { hint: 'The message’s metadata is too large.' },
  rate_limited: { hint: SLOWER, retryable: true },
  ratelimited: { hint: SLOWER, retryable: true },
  message_limit_exceeded: {
    hint: 'Slack takes no more messages for this channel or workspace; try again later.',
    retryable: true,
  },
  team_added_to_org: {
    hint: 'The workspace is being moved to an organisation; try again later.',
    retryable: true,
  },
  service_unavailable: { hint: LATER, retryable: true },
  // Its docs do not rule out that part of the operation took place.
  fatal_error: { hint: LATER, retryable: true, ambiguous: true },
  internal_error: { hint: LATER, retryable: true, ambiguous: true },
  request_timeout: { hint: LATER, retryable: true, ambiguous: true },
};

/** What an error's code means; of one that is not known, that Slack's docs say it. */
export function explainSlackError(
  code: string,
  {
    needed,
    secret,
  }: {
    /** The scope that the token has not, as Slack says it. */
    needed?: string;
    /** The name of the token's secret. */
    secret?: string;
  },
): SlackError {
  if (code === 'missing_scope') {
    return {
      hint: `The token has not the scope ${
        needed || 'that this needs'
      }; add it to the app, and install the app again.`,
    };
  }
  const { hint, ...known } = Object.hasOwn(ERRORS, code)
    ? ERRORS[code]!
    : { hint: 'Slack’s documentation of the method says what that means.' };
  return {
    ...known,
    hint: hint.replace('{secret}', () =>
      secret ? `the secret ${secret}` : 'the secret',
    ),
  };
}
