import type { JiraConfig } from 'backstage-plugin-workflows-common';
import {
  type ActionContext,
  ActionError,
  type ActionResult,
  type ProbeContext,
  type ProbeResult,
} from 'backstage-plugin-workflows-node';
import { asObject, asObjects, asText } from '../http/asObject';
import { type CommentRequest, markOf, siteOf } from './JiraRequest';
import { callJira, unlike } from './callJira';
import { issueKeyOf } from './issueKey';
import { richText } from './markup/richText';
import { type JiraOutput, ticketOf } from './output';

/** Of the comment, which people do not see. */
const PROPERTY = 'workflows-effect';

/** The comments that a probe looks at, newest first. */
const LOOKED_AT = 50;

/** A request that nobody waits for any more may still be under way at Jira. */
const SETTLES_MS = 15_000;

/** The request that adds the comment, with a property by which it is found again. */
export function prepareComment(
  config: JiraConfig,
  effectKey: string,
): CommentRequest {
  const issue = issueKeyOf(config);
  const mark = markOf(effectKey);
  return {
    ...siteOf(config, `/issue/${issue}/comment`),
    operation: 'comment',
    issue,
    mark,
    body: JSON.stringify({
      body: richText(config.comment ?? '', config.deployment),
      properties: [{ key: PROPERTY, value: { mark } }],
    }),
  };
}

export async function addComment(
  context: ActionContext<CommentRequest>,
): Promise<ActionResult<JiraOutput>> {
  const { request } = context;
  const { body, response } = await callJira(context, {
    ...about(request),
    method: 'POST',
    path: `/issue/${request.issue}/comment`,
    body: request.body,
    changes: true,
  });
  const id = asText(body.id);
  if (!id) {
    throw new ActionError(
      `Jira answered without the id of the comment that it added; look at ${request.issue}.`,
      { code: 'answer_unreadable', ambiguous: true, response },
    );
  }
  return { status: 'done', output: outputOf(request, id), response };
}

export async function probeComment(
  context: ProbeContext<CommentRequest>,
): Promise<ProbeResult<JiraOutput>> {
  const { request, sinceSentMs } = context;
  const { body, response } = await callJira(context, {
    ...about(request),
    method: 'GET',
    path: `/issue/${request.issue}/comment?orderBy=-created&maxResults=${LOOKED_AT}`,
  });
  if (!Array.isArray(body.comments)) {
    throw unlike('list of comments', response);
  }
  for (const comment of asObjects(body.comments)) {
    const id = asText(comment.id);
    const property = await callJira(context, {
      ...about(request),
      method: 'GET',
      path: `/comment/${encodeURIComponent(id)}/properties/${PROPERTY}`,
      expects: 404,
    });
    const { value } = property.body;
    if (asObject(value).mark === request.mark) {
      return { found: true, output: outputOf(request, id) };
    }
  }
  return sinceSentMs < SETTLES_MS
    ? { found: 'not yet', checkAfterMs: SETTLES_MS - sinceSentMs }
    : { found: false };
}

function about({ issue }: CommentRequest) {
  return { tries: `comment on ${issue}`, missing: `issue ${issue}` };
}

function outputOf({ web, issue }: CommentRequest, id: string): JiraOutput {
  const ticket = ticketOf(web, issue);
  const url = `${ticket.url}?focusedCommentId=${encodeURIComponent(id)}`;
  return { key: issue, id, url, ticket };
}
