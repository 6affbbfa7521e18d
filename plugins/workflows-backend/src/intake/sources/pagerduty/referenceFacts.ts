import type { JsonObject } from '@backstage/types';
import { said } from '../said';
import type { ReferencePayload } from './v3Payload';

type Facts = { labels?: Record<string, string>; metadata: JsonObject };

/** What an event says whose subject is a part of an incident, by the part's type. */
export function referenceFacts(data: ReferencePayload['event']['data']): Facts {
  switch (data.type) {
    case 'incident_note':
      return { metadata: said({ note: data.content }) };
    case 'incident_status_update':
      return { metadata: said({ statusUpdate: data.message }) };
    case 'incident_responder':
      return {
        metadata: {
          responder: said({
            name: data.user?.summary,
            escalationPolicy: data.escalation_policy?.summary,
            message: data.message,
            state: data.state,
          }),
        },
      };
    case 'incident_conference_bridge':
      return { metadata: said({ conferenceUrl: data.conference_url }) };
    case 'incident_field_values':
      return {
        labels: Object.fromEntries(
          data.custom_fields.flatMap(({ name, value }) =>
            value === undefined ? [] : [[name, value]],
          ),
        ),
        metadata: {},
      };
    case 'incident_action_invocation':
      return {
        metadata: {
          invocation: said({
            action: data.action?.summary,
            state: data.state,
          }),
        },
      };
    default:
      return { metadata: said({ summary: data.summary }) };
  }
}
