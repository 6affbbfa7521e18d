import { z } from 'zod';
import { jsonValueSchema } from '../json';
import { secretRefSchema } from './secretRef';

/*
 * Config schemas of the built-in actions. They are read by people as forms, by
 * the router as validation and by the docs as tables; so they hold no
 * transforms, and every field has a title and a description. Strings are
 * templates unless the description says otherwise.
 */

/** @public */
export const WEBHOOK_METHODS = ['POST', 'PUT', 'PATCH'] as const;

/**
 * Scheme, host and port hold no template, no credentials and no backslash (which
 * browsers read as a slash). The first characters of the parts exclude each
 * other, so matching is linear.
 */
const WEBHOOK_URL =
  /^https?:\/\/[^\s/?#{}@\\]+(?:\/(?:[^\s?#{}]|\{\{[^{}]*\}\})*)?(?:\?[^\s#{}]*)?$/;

/** @public */
export const webhookConfigSchema = z.strictObject({
  method: z
    .enum(WEBHOOK_METHODS)
    .meta({ title: 'Method', description: 'The HTTP method.' }),
  url: z
    .string()
    .min(1, 'must not be empty')
    .max(2048)
    .regex(WEBHOOK_URL, {
      message:
        'must be http:// or https://, a literal host without credentials, and a path; templates may stand in the path only, and what follows "?" belongs to the query parameters or is literal',
    })
    .meta({
      title: 'URL',
      description:
        'Where to send it. Scheme, host and port are literal; a template in the path is encoded.',
      'x-workflows-field': 'url',
    }),
  query: z
    .record(z.string(), z.string())
    .meta({
      title: 'Query parameters',
      description: 'Added to the URL, encoded.',
    })
    .optional(),
  headers: z
    .record(
      z
        .string()
        .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, 'must be a valid header name'),
      z.union([z.string(), secretRefSchema], {
        error: 'must be text or a secret of the workflow, { secret: "NAME" }',
      }),
    )
    .meta({
      title: 'Headers',
      description:
        'A value is text with templates, or a secret of the workflow.',
    })
    .optional(),
  body: jsonValueSchema
    .meta({
      title: 'JSON body',
      description:
        'A JSON value whose strings are templates. A string that is one {{ … }} keeps the type of its value.',
      'x-workflows-field': 'json',
    })
    .optional(),
});

/** @public */
export type WebhookConfig = z.infer<typeof webhookConfigSchema>;

/** @public */
export const jiraConfigSchema = z.strictObject({
  operation: z.literal('createIssue').meta({ title: 'Operation' }),
  project: z.string().min(1).meta({ title: 'Project key' }),
  issueType: z.string().min(1).meta({ title: 'Issue type' }),
  summary: z.string().min(1).meta({ title: 'Summary' }),
  description: z.string().meta({ title: 'Description (Markdown)' }).optional(),
});

/** @public */
export type JiraConfig = z.infer<typeof jiraConfigSchema>;

/** @public */
export const linearConfigSchema = z.strictObject({
  operation: z.literal('createIssue').meta({ title: 'Operation' }),
  teamId: z.string().min(1).meta({ title: 'Team id' }),
  title: z.string().min(1).meta({ title: 'Title' }),
  description: z.string().meta({ title: 'Description (Markdown)' }).optional(),
});

/** @public */
export type LinearConfig = z.infer<typeof linearConfigSchema>;

/** @public */
export const runbookConfigSchema = z.strictObject({
  templateRef: z.string().min(1).meta({ title: 'Scaffolder template' }),
  values: z
    .record(z.string(), jsonValueSchema)
    .meta({ title: 'Values' })
    .optional(),
});

/** @public */
export type RunbookConfig = z.infer<typeof runbookConfigSchema>;
