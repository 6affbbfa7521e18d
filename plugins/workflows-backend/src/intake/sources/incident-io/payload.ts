import { z } from 'zod';
import { idText, looseList, looseObject, looseText } from '../looseText';

/*
 * What incident.io posts; source: the webhooks in
 * https://api-docs.incident.io/. The body's subject is under a key that is named
 * like the type of the event.
 */

export const STATUS_CATEGORIES = [
  'triage',
  'live',
  'paused',
  'learning',
  'closed',
  'declined',
  'merged',
  'canceled',
] as const;

const statusSchema = z.object({
  name: looseText,
  category: z.enum(STATUS_CATEGORIES),
});

const personSchema = looseObject({ name: looseText, email: looseText });

/** Of a private incident only the id is said. */
const incidentSchema = z.object({
  id: idText,
  reference: looseText,
  name: looseText,
  summary: looseText,
  permalink: looseText,
  mode: looseText,
  visibility: looseText,
  created_at: looseText,
  updated_at: looseText,
  incident_status: statusSchema.optional(),
  severity: looseObject({ name: looseText, rank: looseText }),
  incident_type: looseObject({ name: looseText }),
  incident_role_assignments: looseList(
    z.object({
      role: z.object({ role_type: looseText, name: looseText }),
      assignee: personSchema,
    }),
  ),
  custom_field_entries: looseList(
    z.object({
      custom_field: z.object({ id: looseText, name: z.string().min(1) }),
      values: looseList(
        z.object({
          value_catalog_entry: looseObject({
            name: looseText,
            external_id: looseText,
          }),
          value_option: looseObject({ value: looseText }),
          value_text: looseText,
          value_link: looseText,
          value_numeric: looseText,
        }),
      ),
    }),
  ),
  call_url: looseText,
  slack_channel_name: looseText,
});

const escalationSchema = z.object({
  id: looseText,
  title: looseText,
  status: looseText,
  created_at: looseText,
  updated_at: looseText,
  priority: looseObject({ name: looseText }),
  related_incidents: looseList(
    z.object({ id: idText, name: looseText, summary: looseText }),
  ),
});

export const envelopeSchema = z.object({ event_type: z.string().min(1) });

/** An event whose subject is the incident. */
export const incidentOf = under(incidentSchema);

/** An event whose subject is a change of status of the incident. */
export const statusChangeOf = under(
  z.object({
    incident: incidentSchema,
    new_status: statusSchema,
    message: looseText,
  }),
);

/** An event whose subject is the escalation. */
export const escalationOf = under(escalationSchema);

/** An event whose subject is a change of status of the escalation. */
export const escalationChangeOf = under(
  z.object({ escalation: escalationSchema, new_status: looseText }),
);

/** The subject of an event, so that errors say its whole place in the body. */
function under<T extends z.ZodType>(subject: T) {
  return (eventType: string) =>
    z
      .object({ [eventType]: subject })
      .transform(body => body[eventType] as z.infer<T>);
}

export type IncidentIoIncident = z.infer<typeof incidentSchema>;
export type IncidentIoEscalation = z.infer<typeof escalationSchema>;
export type CustomField = IncidentIoIncident['custom_field_entries'][number];
