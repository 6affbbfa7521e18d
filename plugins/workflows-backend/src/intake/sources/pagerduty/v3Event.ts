import type { IncidentEvent } from 'backstage-plugin-workflows-common';
import type {
  NormalisedDelivery,
  SourceDelivery,
} from 'backstage-plugin-workflows-node';
import { parsePayload } from '../parsePayload';
import { said } from '../said';
import { isoTime } from '../sourceTime';
import { referenceFacts } from './referenceFacts';
import { SERVICE_ANNOTATION } from './serviceAnnotation';
import { isEscalation, statusAfter } from './status';
import {
  type IncidentPayload,
  type ReferencePayload,
  envelopeSchema,
  incidentPayloadSchema,
  referencePayloadSchema,
} from './v3Payload';

/**
 * A V3 delivery: always one event, told by the type of its data, since PagerDuty
 * adds types of events over time.
 */
export function normaliseV3({
  body,
  receivedAt,
}: SourceDelivery): NormalisedDelivery {
  const { event } = parsePayload(envelopeSchema, body);
  if (event.data.type === 'incident') {
    const payload = parsePayload(incidentPayloadSchema, body);
    return { events: [incidentEvent(payload, receivedAt)] };
  }
  if (event.data.incident) {
    const payload = parsePayload(referencePayloadSchema, body);
    return { events: [referenceEvent(payload, receivedAt)] };
  }
  return {
    ignored: `${event.event_type} is about no incident`,
  };
}

function incidentEvent(
  { event }: IncidentPayload,
  receivedAt: string,
): IncidentEvent {
  const { event_type: eventType, data } = event;
  const annotations = said({ [SERVICE_ANNOTATION]: data.service?.id });
  return {
    incidentKey: data.id,
    occurredAt: eventTime(event, receivedAt),
    ...said({ entityAnnotations: annotations }),
    ...(isEscalation(eventType) && { escalated: true }),
    patch: said({
      status: statusAfter(eventType, data.status),
      title: data.title,
      severity: data.urgency,
      priority: data.priority?.summary,
      service: data.service?.summary ?? data.service?.id,
      team: data.teams[0]?.summary ?? data.teams[0]?.id,
      assignee: data.assignees[0]?.summary ?? data.assignees[0]?.id,
      url: data.html_url,
      metadata: said({
        event: eventType,
        agent: event.agent?.summary,
        number: data.number,
        incidentKey: data.incident_key,
        incidentType: data.incident_type?.name,
        escalationPolicy: data.escalation_policy?.summary,
        assignees: data.assignees.flatMap(({ summary }) => summary ?? []),
        teams: data.teams.flatMap(({ summary }) => summary ?? []),
        conferenceNumber: data.conference_bridge?.conference_number,
        conferenceUrl: data.conference_bridge?.conference_url,
        resolveReason: data.resolve_reason?.type,
      }),
    }),
  };
}

function referenceEvent(
  { event }: ReferencePayload,
  receivedAt: string,
): IncidentEvent {
  const { event_type: eventType, data } = event;
  const { labels, metadata } = referenceFacts(data);
  return {
    incidentKey: data.incident.id,
    occurredAt: eventTime(event, receivedAt),
    patch: said({
      // The REST API's summaries begin with the number; the title does not.
      title: data.incident.summary?.replace(/^\[#\d+\] /, ''),
      url: data.incident.html_url,
      labels,
      metadata: said({
        event: eventType,
        agent: event.agent?.summary,
        ...metadata,
      }),
    }),
  };
}

function eventTime(
  event: { occurred_at?: string | undefined },
  receivedAt: string,
): string {
  return event.occurred_at
    ? isoTime(event.occurred_at, 'event.occurred_at')
    : receivedAt;
}
