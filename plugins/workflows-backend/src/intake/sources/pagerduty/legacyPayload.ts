import { z } from 'zod';
import { idText, looseList, looseObject, looseText } from '../looseText';
import { pagerdutyStatus } from './status';

/*
 * What PagerDuty posts for a V2 extension, and posted for V1 until October 2022;
 * source: https://developer.pagerduty.com/docs/webhooks-v2-overview
 */

/** Named `name` in full objects and V1, `summary` in references. */
const namedShape = { id: looseText, name: looseText, summary: looseText };
const named = looseObject(namedShape);

const incidentSchema = z.object({
  id: idText,
  incident_number: looseText,
  incident_key: looseText,
  status: pagerdutyStatus.optional(),
  title: looseText,
  description: looseText,
  /** V1's title. */
  trigger_summary_data: looseObject({ subject: looseText }),
  html_url: looseText,
  urgency: looseText,
  priority: named,
  service: named,
  teams: looseList(z.object(namedShape)),
  escalation_policy: named,
  assignments: looseList(z.object({ assignee: named })),
  /** V1's only assignee. */
  assigned_to_user: named,
});

const v2MessageSchema = z.object({
  event: z.string().min(1),
  created_on: looseText,
  incident: incidentSchema,
});

const v1MessageSchema = z
  .object({
    type: z.string().min(1),
    created_on: looseText,
    data: z.object({ incident: incidentSchema }),
  })
  .transform(({ type, created_on, data }) => ({
    event: type,
    created_on,
    incident: data.incident,
  }));

/** Of both versions in the form of V2. Told apart, so that errors say the place. */
export function legacyPayloadSchema(version: 1 | 2) {
  return z.object({
    messages: z.array(version === 1 ? v1MessageSchema : v2MessageSchema),
  });
}

export type LegacyMessage = z.infer<typeof v2MessageSchema>;
