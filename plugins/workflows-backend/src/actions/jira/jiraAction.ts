import {
  type JiraConfig,
  jiraConfigSchema,
} from 'backstage-plugin-workflows-common';
import { createWorkflowAction } from 'backstage-plugin-workflows-node';
import type { JiraRequest } from './JiraRequest';
import { addComment, prepareComment, probeComment } from './addComment';
import { createIssue, prepareIssue, probeIssue } from './createIssue';
import { jiraOutputSchema, ticketOf } from './output';
import {
  prepareTransition,
  probeTransition,
  transitionIssue,
} from './transitionIssue';

const OPERATIONS = {
  createIssue: { prepare: prepareIssue, run: createIssue, probe: probeIssue },
  comment: { prepare: prepareComment, run: addComment, probe: probeComment },
  transition: {
    prepare: prepareTransition,
    run: transitionIssue,
    probe: probeTransition,
  },
};

/** What runs an operation; the request is of its kind, because its `prepare` made it. */
function operationOf({ operation }: Pick<JiraRequest, 'operation'>) {
  return OPERATIONS[operation] as {
    run: typeof createIssue;
    probe: typeof probeIssue;
  };
}

/**
 * Issues in Jira, by REST v3 on Cloud and v2 on Data Center. What it made
 * carries a mark of the effect's key, by which it is found again when nobody
 * knows whether a request arrived.
 */
export const jiraAction = createWorkflowAction({
  id: 'jira',
  title: 'Jira issue',
  description:
    'Creates an issue in Jira, comments on one, or takes one through a transition.',
  schema: { config: jiraConfigSchema, output: jiraOutputSchema },
  effect: 'probed',
  prepare: ({
    config,
    effectKey,
  }: {
    config: JiraConfig;
    effectKey: string;
  }): JiraRequest => OPERATIONS[config.operation].prepare(config, effectKey),
  sampleOutput: config => {
    const web = config.webUrl ?? config.baseUrl;
    const key = config.issue ?? `${config.project}-1`;
    const ticket = ticketOf(web, key);
    return { key, id: '10000', url: ticket.url, ticket };
  },
  run: context => operationOf(context.request).run(context as any),
  probe: context => operationOf(context.request).probe(context as any),
});
