import { z } from 'zod';
import { looseText, looseObject } from '../looseText';

/** Datadog writes `null` for a variable that has no value. */
const variable = looseText.transform(text =>
  text === 'null' || text?.startsWith('$') ? undefined : text,
);

/** Text of names and values between commas, or a list of such. */
const tagList = z
  .union([z.array(z.string()), z.string().transform(text => text.split(','))])
  .optional()
  .catch(undefined);

/**
 * What our template (docs/sources/datadog.md) makes Datadog post, and beside it
 * the names that a common one of others has. The variables are described at
 * https://docs.datadoghq.com/integrations/webhooks/
 */
export const datadogPayloadSchema = z.object({
  cycle_key: variable,
  aggregation_key: variable,
  unique_key: variable,
  alert_id: variable,
  scope: variable,
  transition: variable,
  status: variable,
  title: variable,
  summary: variable,
  message: variable,
  body: variable,
  priority: variable,
  annotations: looseObject({ 'datadog/priority': variable }),
  alert_type: variable,
  level: variable,
  tags: tagList,
  link: variable,
  links: z
    .array(z.object({ href: z.string() }))
    .optional()
    .catch(undefined),
  date: variable,
  received_at: variable,
  metric: variable,
  query: variable,
  hostname: variable,
  snapshot: variable,
  organization: variable,
});

export type DatadogPayload = z.infer<typeof datadogPayloadSchema>;
