import { z } from 'zod';
import { jsonValueSchema } from '../json';
import { credentialsSchema } from './auth';
import { requireFields } from './requireFields';

const SITE_URL = /^https?:\/\/[^\s/?#{}@\\]+(?:\/[^\s?#{}]*)?$/;

const siteUrl = z
  .string()
  .max(1_000)
  .regex(
    SITE_URL,
    'must be a literal http:// or https:// URL without credentials and query',
  );

/** @public */
export const JIRA_OPERATIONS = [
  'createIssue',
  'comment',
  'transition',
] as const;

/** @public */
export const JIRA_DEPLOYMENTS = ['cloud', 'dataCenter'] as const;

/** @public */
export const jiraConfigSchema = z
  .strictObject({
    operation: z.enum(JIRA_OPERATIONS).meta({
      title: 'Operation',
      description:
        'Create an issue, comment on one, or take one through a transition.',
    }),
    baseUrl: siteUrl.meta({
      title: 'Jira’s URL',
      description:
        'For example https://acme.atlassian.net. Literal, no template.',
    }),
    deployment: z
      .enum(JIRA_DEPLOYMENTS)
      .meta({
        title: 'Deployment',
        description: 'Cloud unless set. Data Center is Jira on own servers.',
      })
      .optional(),
    auth: credentialsSchema.meta({
      title: 'Authentication',
      description:
        'Cloud: user name and password, which are the e-mail address and an API token. Data Center: a bearer token, which is a personal access token.',
    }),
    webUrl: siteUrl
      .meta({
        title: 'Where people open issues',
        description:
          'Jira’s URL unless set; needed when that is api.atlassian.com.',
      })
      .optional(),
    project: z
      .string()
      .min(1)
      .meta({
        title: 'Project key',
        description: 'Of the new issue, for example OPS.',
      })
      .optional(),
    issueType: z
      .string()
      .min(1)
      .meta({
        title: 'Issue type',
        description: 'Of the new issue, by its name, for example Bug.',
      })
      .optional(),
    summary: z
      .string()
      .min(1)
      .meta({
        title: 'Summary',
        description:
          'Of the new issue. Made one line, and cut after 255 characters.',
      })
      .optional(),
    description: z
      .string()
      .meta({
        title: 'Description',
        description: 'Of the new issue, in Markdown.',
        'x-workflows-field': 'markdown',
      })
      .optional(),
    labels: z
      .array(z.string())
      .max(50)
      .meta({
        title: 'Labels',
        description:
          'Of the new issue. White-space becomes a -, empty ones are left out.',
      })
      .optional(),
    priority: z
      .string()
      .meta({
        title: 'Priority',
        description: 'Of the new issue, by its name, for example High.',
      })
      .optional(),
    assignee: z
      .string()
      .meta({
        title: 'Assignee',
        description:
          'Of the new issue: on Cloud the account id, on Data Center the user name.',
      })
      .optional(),
    fields: z
      .record(z.string(), jsonValueSchema)
      .meta({
        title: 'Further fields',
        description:
          'Of the new issue, by their ids, as Jira’s API takes them: { "customfield_10010": "x" }.',
        'x-workflows-field': 'json',
      })
      .optional(),
    issue: z
      .string()
      .min(1)
      .meta({
        title: 'Issue',
        description:
          'The key of the issue to comment on or to take through a transition, for example OPS-12 or {{ steps.ticket.output.key }}.',
      })
      .optional(),
    comment: z
      .string()
      .min(1)
      .meta({
        title: 'Comment',
        description: 'In Markdown.',
        'x-workflows-field': 'markdown',
      })
      .optional(),
    transition: z
      .string()
      .min(1)
      .meta({
        title: 'Transition',
        description: 'Its name, or the name of the status that it leads to.',
      })
      .optional(),
  })
  .superRefine(
    requireFields('operation', {
      createIssue: ['project', 'issueType', 'summary'],
      comment: ['issue', 'comment'],
      transition: ['issue', 'transition'],
    }),
  );

/** @public */
export type JiraConfig = z.infer<typeof jiraConfigSchema>;
