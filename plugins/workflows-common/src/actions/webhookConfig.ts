import { z } from 'zod';
import { conditionLeafSchema } from '../conditions/schema';
import { jsonValueSchema } from '../json';
import { LIMITS } from '../limits';
import { authSchema } from './auth';
import { secretRefSchema } from './secretRef';

/** @public */
export const WEBHOOK_METHODS = [
  'POST',
  'PUT',
  'PATCH',
  'GET',
  'DELETE',
] as const;

/**
 * Scheme, host and port hold no template, no credentials and no backslash (which
 * browsers read as a slash). The first characters of the parts exclude each
 * other, so matching is linear.
 */
const WEBHOOK_URL =
  /^https?:\/\/[^\s/?#{}@\\]+(?:\/(?:[^\s?#{}]|\{\{[^{}]*\}\})*)?(?:\?[^\s#{}]*)?$/;

/** A status such as `200`, or a class such as `2xx`. */
const STATUS = /^[1-5](?:xx|\d\d)$/;

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
  auth: authSchema.optional(),
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
  form: z
    .record(z.string(), z.string())
    .meta({
      title: 'Form fields',
      description:
        'Sent as application/x-www-form-urlencoded, in place of a JSON body.',
    })
    .optional(),
  raw: z
    .strictObject({
      contentType: z.string().min(1).max(256).meta({ title: 'Content type' }),
      text: z.string().meta({ title: 'Text', 'x-workflows-field': 'text' }),
    })
    .meta({
      title: 'Raw body',
      description:
        'Text as it is, in place of a JSON body. Nothing in it is escaped for its format.',
    })
    .optional(),
  success: z
    .strictObject({
      statuses: z
        .array(z.string().regex(STATUS, 'must be like 200 or 2xx'))
        .min(1)
        .max(20)
        .meta({ title: 'Statuses', description: '2xx unless set.' })
        .optional(),
      conditions: z
        .array(conditionLeafSchema)
        .max(LIMITS.conditionLeaves)
        .meta({
          title: 'Conditions',
          description:
            'All must hold for the answer’s status, headers (lower case) and body, for example body.ok equals true.',
          'x-workflows-field': 'conditions',
          'x-workflows-fields': ['status', 'headers.content-type', 'body'],
        })
        .optional(),
    })
    .meta({
      title: 'What counts as success',
      description: 'An answer with a status of 2xx unless set.',
    })
    .optional(),
  keep: z
    .record(
      z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/, 'must be a plain name'),
      z
        .string()
        .regex(
          /^(status|headers|body)(\.[^.]+)*$/,
          'must be a path that starts with status, headers or body, for example body.id',
        ),
    )
    .meta({
      title: 'Keep of the answer',
      description:
        'A name and a path, for example id: body.issue.id. Later steps find it in output.values; the whole body is kept when nothing is named.',
    })
    .optional(),
});

/** @public */
export type WebhookConfig = z.infer<typeof webhookConfigSchema>;
