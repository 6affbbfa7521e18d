import type {
  NormalisedDelivery,
  SourceDelivery,
} from 'backstage-plugin-workflows-node';
import { parsePayload } from '../parsePayload';
import { said } from '../said';
import type { CustomFieldMapping } from './customFields';
import { escalationEvents } from './escalationEvents';
import { incidentEvent } from './incidentEvent';
import {
  envelopeSchema,
  escalationChangeOf,
  escalationOf,
  incidentOf,
  statusChangeOf,
} from './payload';

/** What an event says, by its type without who may see it and its version. */
export function normalise(
  { body, receivedAt }: SourceDelivery,
  mapping: CustomFieldMapping,
): NormalisedDelivery {
  const { event_type: eventType } = parsePayload(envelopeSchema, body);
  const common = { eventType, receivedAt, mapping };
  switch (eventType.replace(/_v\d+$/, '')) {
    case 'public_incident.incident_created':
    case 'public_incident.incident_updated':
    case 'private_incident.incident_updated':
    case 'private_incident.incident_created':
      return {
        events: [
          incidentEvent({
            ...common,
            path: eventType,
            incident: parsePayload(incidentOf(eventType), body),
          }),
        ],
      };
    case 'public_incident.incident_status_updated': {
      const change = parsePayload(statusChangeOf(eventType), body);
      return {
        events: [
          incidentEvent({
            ...common,
            path: `${eventType}.incident`,
            incident: {
              ...change.incident,
              incident_status: change.new_status,
            },
            metadata: said({ message: change.message }),
          }),
        ],
      };
    }
    case 'public_escalation.escalation_created':
      return escalationEvents({
        ...common,
        path: eventType,
        escalation: parsePayload(escalationOf(eventType), body),
      });
    case 'public_escalation.escalation_status_updated': {
      const change = parsePayload(escalationChangeOf(eventType), body);
      return change.new_status === 'triggered'
        ? escalationEvents({
            ...common,
            path: `${eventType}.escalation`,
            escalation: change.escalation,
          })
        : { ignored: 'The escalation calls nobody by this' };
    }
    default:
      return { ignored: `${eventType} is not about an incident's state` };
  }
}
