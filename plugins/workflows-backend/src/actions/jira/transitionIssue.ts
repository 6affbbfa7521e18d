import type { JiraConfig } from 'backstage-plugin-workflows-common';
import {
  type ActionContext,
  ActionError,
  type ActionResult,
  type ProbeContext,
  type ProbeResult,
} from 'backstage-plugin-workflows-node';
import { asObject, asObjects, asText } from '../http/asObject';
import { type TransitionRequest, siteOf } from './JiraRequest';
import { callJira, unlike } from './callJira';
import { issueKeyOf } from './issueKey';
import { type JiraOutput, ticketOf } from './output';

/** A request that nobody waits for any more may still be under way at Jira. */
const SETTLES_MS = 15_000;

/** What is asked for; which id that is depends on where the issue stands when it is sent. */
export function prepareTransition(config: JiraConfig): TransitionRequest {
  const issue = issueKeyOf(config);
  return {
    ...siteOf(config, `/issue/${issue}/transitions`),
    operation: 'transition',
    issue,
    transition: (config.transition ?? '').trim(),
  };
}

/** Does nothing when the issue has the wanted status already. */
export async function transitionIssue(
  context: ActionContext<TransitionRequest>,
): Promise<ActionResult<JiraOutput>> {
  const { request } = context;
  const { issue } = request;
  const before = await look(context);
  if (isSame(before.status, request.transition)) {
    return done(request, before, before.status);
  }
  if (!before.transition) {
    throw unknownTransition(request, before);
  }
  const { id, to } = before.transition;
  const { response } = await callJira(context, {
    ...about(request),
    method: 'POST',
    path: `/issue/${issue}/transitions`,
    body: JSON.stringify({ transition: { id } }),
    changes: true,
  });
  return { ...done(request, before, to), response };
}

/**
 * The issue's status tells. Where the transition leads back to the status from
 * which it starts, or can be taken no more and leads to a status of another name,
 * nobody but a person can tell.
 */
export async function probeTransition(
  context: ProbeContext<TransitionRequest>,
): Promise<ProbeResult<JiraOutput>> {
  const { request, sinceSentMs } = context;
  const now = await look(context);
  const { status, transition } = now;
  if (!isSame(status, request.transition)) {
    if (!transition || transition.looped) {
      throw unknownTransition(request, now);
    }
    if (!isSame(status, transition.to)) {
      return sinceSentMs < SETTLES_MS
        ? { found: 'not yet', checkAfterMs: SETTLES_MS - sinceSentMs }
        : { found: false };
    }
  }
  const { output, tickets } = done(request, now, status);
  return { found: true, output, tickets };
}

interface Seen {
  id: string;
  summary: string;
  status: string;
  /** What is wanted, when it can be done now. */
  transition?: { id: string; to: string; looped: boolean };
  /** The names of what can be done now. */
  possible: string[];
}

async function look(context: ActionContext<TransitionRequest>): Promise<Seen> {
  const { request } = context;
  const get = (path: string) =>
    callJira(context, {
      ...about(request),
      method: 'GET',
      path: `/issue/${request.issue}${path}`,
    });
  const issue = await get('?fields=summary,status');
  const fields = asObject(issue.body.fields);
  const status = asText(asObject(fields.status).name);
  if (!status) {
    throw unlike('status of the issue', issue.response);
  }
  const { body, response } = await get('/transitions');
  const { transitions } = body;
  if (!Array.isArray(transitions)) {
    throw unlike('list of transitions', response);
  }
  const known = asObjects(transitions).map(({ id, name, to, looped }) => ({
    id: asText(id),
    name: asText(name),
    to: asText(asObject(to).name),
    looped: looped === true,
  }));
  const wanted = (name: string) => isSame(name, request.transition);
  const transition =
    known.find(({ name }) => wanted(name)) ??
    known.find(({ to }) => wanted(to));
  return {
    id: asText(issue.body.id),
    summary: asText(fields.summary),
    status,
    transition,
    possible: known.map(({ name }) => name),
  };
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function done(
  { web, issue }: TransitionRequest,
  { id, summary }: Seen,
  status: string,
) {
  const ticket = ticketOf(web, issue, {
    ...(summary && { title: summary }),
    ...(status && { state: status }),
  });
  return {
    status: 'done' as const,
    output: { key: issue, id, url: ticket.url, status, ticket },
    tickets: [ticket],
  };
}

function about({ issue, transition }: TransitionRequest) {
  return {
    tries: `take ${issue} through the transition "${transition}"`,
    missing: `issue ${issue}`,
  };
}

function unknownTransition(
  { issue, transition }: TransitionRequest,
  { status, possible }: Seen,
): ActionError {
  const others =
    possible.length > 0
      ? `it can be taken through ${possible.slice(0, 20).join(', ')}`
      : 'the account can take it through none';
  return new ActionError(
    `${issue} is "${status}", from where no transition "${transition}" leads on: ${others}. Name one of them, or its status, or look at the account’s permissions.`,
    { code: 'transition_unknown' },
  );
}
