import { z } from 'zod';
import { idText, looseList, looseObject, looseText } from '../looseText';
import { pagerdutyStatus } from './status';

/*
 * What PagerDuty posts for a V3 webhook subscription; source:
 * https://developer.pagerduty.com/docs/webhooks-overview
 */

const referenceShape = {
  id: looseText,
  summary: looseText,
  html_url: looseText,
};
const reference = looseObject(referenceShape);
const references = looseList(z.object(referenceShape));

const eventShape = {
  event_type: z.string().min(1),
  occurred_at: looseText,
  agent: reference,
};

/** What all events have. `data` is told by its own type. */
export const envelopeSchema = z.object({
  event: z.object({
    ...eventShape,
    data: z.object({
      type: looseText,
      incident: z.unknown().optional(),
    }),
  }),
});

export const incidentPayloadSchema = z.object({
  event: z.object({
    ...eventShape,
    data: z.object({
      id: idText,
      number: looseText,
      status: pagerdutyStatus.optional(),
      incident_key: looseText,
      title: looseText,
      html_url: looseText,
      service: reference,
      assignees: references,
      escalation_policy: reference,
      teams: references,
      priority: reference,
      urgency: looseText,
      conference_bridge: looseObject({
        conference_number: looseText,
        conference_url: looseText,
      }),
      resolve_reason: looseObject({ type: looseText }),
      incident_type: looseObject({ name: looseText }),
    }),
  }),
});

/** Events about a note, a responder, …: their incident is only a reference. */
export const referencePayloadSchema = z.object({
  event: z.object({
    ...eventShape,
    data: z.object({
      type: looseText,
      incident: z.object({
        id: idText,
        summary: looseText,
        html_url: looseText,
      }),
      /** Of a note. */
      content: looseText,
      /** Of a status update or a request to a responder. */
      message: looseText,
      /** Of a responder's answer or of an action that runs. */
      state: looseText,
      user: reference,
      escalation_policy: reference,
      conference_url: looseText,
      custom_fields: looseList(
        z.object({ name: z.string().min(1), value: looseText }),
      ),
      action: reference,
      summary: looseText,
    }),
  }),
});

export type IncidentPayload = z.infer<typeof incidentPayloadSchema>;
export type ReferencePayload = z.infer<typeof referencePayloadSchema>;
