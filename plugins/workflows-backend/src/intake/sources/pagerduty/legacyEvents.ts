import type { IncidentEvent } from 'backstage-plugin-workflows-common';
import type {
  NormalisedDelivery,
  SourceDelivery,
} from 'backstage-plugin-workflows-node';
import { z } from 'zod';
import { parsePayload } from '../parsePayload';
import { said } from '../said';
import { isoTime } from '../sourceTime';
import { type LegacyMessage, legacyPayloadSchema } from './legacyPayload';
import { SERVICE_ANNOTATION } from './serviceAnnotation';
import { isEscalation, statusAfter } from './status';

const v1Schema = z.object({
  messages: z.array(z.object({ type: z.string() })).min(1),
});

/** A delivery of V1 or V2: a list of messages, which in practice holds one. */
export function normaliseLegacy({
  body,
  receivedAt,
}: SourceDelivery): NormalisedDelivery {
  const version = v1Schema.safeParse(body).success ? 1 : 2;
  const { messages } = parsePayload(legacyPayloadSchema(version), body);
  return messages.length === 0
    ? { ignored: 'The delivery holds no messages' }
    : {
        events: messages.map((message, index) =>
          legacyEvent(
            message,
            message.created_on
              ? isoTime(message.created_on, `messages.${index}.created_on`)
              : receivedAt,
          ),
        ),
      };
}

function legacyEvent(
  { event, incident }: LegacyMessage,
  occurredAt: string,
): IncidentEvent {
  const assignees = incident.assignments.flatMap(
    ({ assignee }) => nameOf(assignee) ?? [],
  );
  const { trigger_summary_data: summary } = incident;
  return {
    incidentKey: incident.id,
    occurredAt,
    ...said({
      entityAnnotations: said({ [SERVICE_ANNOTATION]: incident.service?.id }),
    }),
    ...(isEscalation(event) && { escalated: true }),
    patch: said({
      status: statusAfter(event, incident.status),
      title: incident.title ?? summary?.subject,
      description: incident.description,
      severity: incident.urgency,
      priority: nameOf(incident.priority),
      service: nameOf(incident.service),
      team: nameOf(incident.teams[0]),
      assignee: assignees[0] ?? nameOf(incident.assigned_to_user),
      url: incident.html_url,
      metadata: said({
        event,
        number: incident.incident_number,
        incidentKey: incident.incident_key,
        escalationPolicy: nameOf(incident.escalation_policy),
        assignees,
      }),
    }),
  };
}

function nameOf(
  named: { id?: string; name?: string; summary?: string } | undefined,
): string | undefined {
  return named?.name ?? named?.summary ?? named?.id;
}
