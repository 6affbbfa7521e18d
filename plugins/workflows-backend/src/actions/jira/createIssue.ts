import type { JsonObject } from '@backstage/types';
import type { JiraConfig } from 'backstage-plugin-workflows-common';
import {
  type ActionContext,
  ActionError,
  type ActionResult,
  type ProbeContext,
  type ProbeResult,
} from 'backstage-plugin-workflows-node';
import { asObjects, asText } from '../http/asObject';
import { oneLine } from '../http/oneLine';
import { type CreateIssueRequest, markOf, siteOf } from './JiraRequest';
import { callJira, unlike } from './callJira';
import { richText } from './markup/richText';
import { type JiraOutput, ticketOf } from './output';

/** Jira's own limit. */
const MAX_SUMMARY_CHARS = 255;

/** Search shows an issue some seconds after it was made, under load later. */
const SEARCH_SETTLES_MS = 60_000;

/** The request that creates the issue, with a label by which it is found again. */
export function prepareIssue(
  config: JiraConfig,
  effectKey: string,
): CreateIssueRequest {
  const label = markOf(effectKey);
  const summary = oneLine(config.summary ?? '', MAX_SUMMARY_CHARS);
  const project = (config.project ?? '').trim();
  const own: JsonObject = {
    project: { key: project },
    issuetype: { name: config.issueType! },
    summary,
    labels: [...labelsOf(config.labels ?? []), label],
    ...(config.description && {
      description: richText(config.description, config.deployment),
    }),
    ...(config.priority && { priority: { name: config.priority } }),
    ...(config.assignee && {
      assignee:
        config.deployment === 'dataCenter'
          ? { name: config.assignee }
          : { id: config.assignee },
    }),
  };
  const further = config.fields ?? {};
  const twice = Object.keys(further).find(field => Object.hasOwn(own, field));
  if (twice) {
    throw new ActionError(
      `Nothing was sent: fields.${twice} is set by a field of the step already; remove one of them.`,
      { code: 'config_invalid' },
    );
  }
  return {
    ...siteOf(config, '/issue'),
    operation: 'createIssue',
    project,
    summary,
    label,
    body: JSON.stringify({ fields: { ...further, ...own } }),
  };
}

export async function createIssue(
  context: ActionContext<CreateIssueRequest>,
): Promise<ActionResult<JiraOutput>> {
  const { request } = context;
  const { body, response } = await callJira(context, {
    method: 'POST',
    path: '/issue',
    body: request.body,
    tries: `create the issue in project ${request.project}`,
    changes: true,
  });
  const output = outputOf(request, body);
  if (!output) {
    throw new ActionError(
      'Jira answered without the key of the issue that it created; look into the project.',
      { code: 'answer_unreadable', ambiguous: true, response },
    );
  }
  return { status: 'done', output, response, tickets: [output.ticket] };
}

export async function probeIssue(
  context: ProbeContext<CreateIssueRequest>,
): Promise<ProbeResult<JiraOutput>> {
  const { request, sinceSentMs } = context;
  const { api, label } = request;
  const { body, response } = await callJira(context, {
    method: 'POST',
    path: api.endsWith('/3') ? '/search/jql' : '/search',
    body: JSON.stringify({
      jql: `labels = "${label}"`,
      fields: ['summary'],
      maxResults: 1,
    }),
    tries: 'search for the issue',
  });
  if (!Array.isArray(body.issues)) {
    throw unlike('list of issues', response);
  }
  const [found] = asObjects(body.issues);
  const output = found && outputOf(request, found);
  if (output) {
    return { found: true, output, tickets: [output.ticket] };
  }
  return sinceSentMs < SEARCH_SETTLES_MS
    ? { found: 'not yet', checkAfterMs: SEARCH_SETTLES_MS - sinceSentMs }
    : { found: false };
}

function outputOf(
  { web, summary }: CreateIssueRequest,
  issue: JsonObject,
): JiraOutput | undefined {
  const key = asText(issue.key);
  if (!key) {
    return undefined;
  }
  const ticket = ticketOf(web, key, { title: summary });
  return { key, id: asText(issue.id), url: ticket.url, ticket };
}

/** Jira takes no white-space in a label. */
function labelsOf(labels: readonly string[]): string[] {
  return labels
    .map(label => label.trim().replace(/\s+/g, '-').slice(0, 255))
    .filter(Boolean);
}
