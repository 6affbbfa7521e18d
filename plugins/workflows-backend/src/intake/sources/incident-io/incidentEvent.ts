import type {
  IncidentEvent,
  IncidentPatch,
  IncidentStatus,
} from 'backstage-plugin-workflows-common';
import { said } from '../said';
import { isoTime } from '../sourceTime';
import { type CustomFieldMapping, customFieldFacts } from './customFields';
import type { IncidentIoIncident, STATUS_CATEGORIES } from './payload';

type Category = (typeof STATUS_CATEGORIES)[number];

/**
 * An incident in triage waits for somebody to take it on, a live one has been
 * taken on. What is learnt from it comes after it is over.
 */
const STATUS_BY_CATEGORY: Record<Category, IncidentStatus> = {
  triage: 'triggered',
  live: 'acknowledged',
  paused: 'acknowledged',
  learning: 'resolved',
  closed: 'closed',
  declined: 'closed',
  merged: 'closed',
  canceled: 'closed',
};

/** One state of an incident, of a private one only that there is one. */
export function incidentEvent(options: {
  /** Where the incident is in the body. */
  path: string;
  incident: IncidentIoIncident;
  eventType: string;
  receivedAt: string;
  mapping: CustomFieldMapping;
  metadata?: IncidentPatch['metadata'];
}): IncidentEvent {
  const { incident, eventType, mapping, metadata } = options;
  const { entityRef, ...facts } = customFieldFacts(
    incident.custom_field_entries,
    mapping,
  );
  return {
    incidentKey: incident.id,
    occurredAt: changedAt(options),
    ...said({ entityRef }),
    patch: said({
      status: statusOf(incident, eventType),
      title: incident.name,
      description: incident.summary,
      severity: incident.severity?.name,
      assignee: leadOf(incident),
      url: incident.permalink,
      ...facts,
      metadata: said({
        event: eventType,
        reference: incident.reference,
        mode: incident.mode,
        visibility:
          incident.visibility ??
          (eventType.startsWith('private_') ? 'private' : undefined),
        status: incident.incident_status?.name,
        statusCategory: incident.incident_status?.category,
        severityRank: incident.severity?.rank,
        incidentType: incident.incident_type?.name,
        callUrl: incident.call_url,
        slackChannel: incident.slack_channel_name,
        ...metadata,
      }),
    }),
  };
}

/** A new incident is open, also a private one, which does not say its status. */
function statusOf(
  { incident_status: status }: IncidentIoIncident,
  eventType: string,
): IncidentStatus | undefined {
  if (status) {
    return STATUS_BY_CATEGORY[status.category];
  }
  return eventType.includes('.incident_created_') ? 'triggered' : undefined;
}

function leadOf(incident: IncidentIoIncident): string | undefined {
  const lead = incident.incident_role_assignments.find(
    ({ role, assignee }) => role.role_type === 'lead' && assignee,
  )?.assignee;
  return lead?.email ?? lead?.name;
}

/** Deliveries come in no promised order; the incident's own time puts them right. */
function changedAt(options: {
  path: string;
  incident: IncidentIoIncident;
  receivedAt: string;
}): string {
  const { path, incident, receivedAt } = options;
  if (incident.updated_at) {
    return isoTime(incident.updated_at, `${path}.updated_at`);
  }
  return incident.created_at
    ? isoTime(incident.created_at, `${path}.created_at`)
    : receivedAt;
}
