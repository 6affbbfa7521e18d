import { testPublishedDeliveries } from '../__testUtils__/golden';
import { incidentIoSource } from './incidentIoSource';

/* Written by hand from the files. */

/** The incident of the vendor's examples; its category is triage, whatever its name. */
const SAD_DATABASE = {
  incidentKey: '01FDAG4SAP5TYPT98WGR2N7W91',
  occurredAt: '2021-08-17T13:28:57.801Z',
  patch: {
    status: 'triggered' as const,
    title: 'Our database is sad',
    description:
      "Our database is really really sad, and we don't know why yet.",
    severity: 'Minor',
    assignee: 'lisa@incident.io',
    url: 'https://app.incident.io/incidents/123',
    labels: { 'Affected Team': 'Primary On-call' },
  },
};

const ignored = (eventType: string) => ({
  ignored: `${eventType} is not about an incident's state`,
});

/** Says only its id, and no time. */
const PRIVATE = {
  incidentKey: 'abc123',
  occurredAt: '2026-11-22T12:00:00.000Z',
};

testPublishedDeliveries({
  folder: 'incident.io',
  type: incidentIoSource,
  expected: {
    'public_incident.incident_updated_v2.json': {
      events: [
        {
          ...SAD_DATABASE,
          patch: {
            ...SAD_DATABASE.patch,
            metadata: {
              event: 'public_incident.incident_updated_v2',
              reference: 'INC-123',
              mode: 'standard',
              visibility: 'public',
              status: 'Closed',
              statusCategory: 'triage',
              severityRank: '1',
              incidentType: 'Production Outage',
              callUrl: 'https://zoom.us/foo',
              slackChannel: 'inc-165-green-parrot',
            },
          },
        },
      ],
    },
    'public_incident.incident_status_updated_v2.json': {
      config: { fields: { team: 'Affected Team' } },
      events: [
        {
          ...SAD_DATABASE,
          patch: {
            ...SAD_DATABASE.patch,
            team: 'Primary On-call',
            metadata: {
              event: 'public_incident.incident_status_updated_v2',
              message:
                "We're working on a fix, hoping to ship in the next 30 minutes",
            },
          },
        },
      ],
    },
    'private_incident.incident_created_v2.json': {
      events: [
        {
          ...PRIVATE,
          patch: {
            status: 'triggered',
            metadata: {
              event: 'private_incident.incident_created_v2',
              visibility: 'private',
            },
          },
        },
      ],
    },
    'private_incident.incident_updated_v2.json': {
      events: [
        {
          ...PRIVATE,
          patch: {
            metadata: {
              event: 'private_incident.incident_updated_v2',
              visibility: 'private',
            },
          },
        },
      ],
    },

    // From pending to pending: nobody is called by this.
    'public_escalation.escalation_status_updated_v1.json': {
      ignored: 'The escalation calls nobody by this',
    },
    // The id is the escalation's; of which incident is not said.
    'private_escalation.escalation_created_v1.json': ignored(
      'private_escalation.escalation_created_v1',
    ),
    'private_alert.alert_created_v1.json': ignored(
      'private_alert.alert_created_v1',
    ),

    'public_incident.action_created_v1.json': ignored(
      'public_incident.action_created_v1',
    ),
    'public_incident.action_updated_v1.json': ignored(
      'public_incident.action_updated_v1',
    ),
    'public_incident.follow_up_created_v2.json': ignored(
      'public_incident.follow_up_created_v2',
    ),
    'public_incident.follow_up_updated_v2.json': ignored(
      'public_incident.follow_up_updated_v2',
    ),
    'public_incident.postmortem_document_status_updated_v1.json': ignored(
      'public_incident.postmortem_document_status_updated_v1',
    ),
    'private_incident.action_created_v1.json': ignored(
      'private_incident.action_created_v1',
    ),
    'private_incident.action_updated_v1.json': ignored(
      'private_incident.action_updated_v1',
    ),
    'private_incident.follow_up_created_v1.json': ignored(
      'private_incident.follow_up_created_v1',
    ),
    'private_incident.follow_up_created_v2.json': ignored(
      'private_incident.follow_up_created_v2',
    ),
    'private_incident.follow_up_updated_v2.json': ignored(
      'private_incident.follow_up_updated_v2',
    ),
    'private_incident.postmortem_document_status_updated_v1.json': ignored(
      'private_incident.postmortem_document_status_updated_v1',
    ),
    'schedule.created_v1.json': ignored('schedule.created_v1'),
    'schedule.deleted_v1.json': ignored('schedule.deleted_v1'),
    'schedule.shift_change_v1.json': ignored('schedule.shift_change_v1'),
    'schedule.updated_v1.json': ignored('schedule.updated_v1'),
  },
});
