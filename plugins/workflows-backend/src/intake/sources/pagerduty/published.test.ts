import { testPublishedDeliveries } from '../__testUtils__/golden';
import { pagerdutySource } from './pagerdutySource';

/* Written by hand from the files. */

/** The account of most V3 captures. */
const PIG208 = {
  entityAnnotations: { 'pagerduty.com/service-id': 'PA2P440' },
  patch: {
    title: 'Test Incident',
    severity: 'high',
    service: 'pig208',
  },
};

/** The incident of the captures of 2026. */
const CHECKOUT = {
  incidentKey: 'Q3B15VLMF3ASBD',
  entityAnnotations: { 'pagerduty.com/service-id': 'PLVTM9H' },
  patch: {
    status: 'triggered' as const,
    title: 'Critical: Checkout API High Latency',
    severity: 'high',
    service: 'Default Service',
    assignee: 'Harsh Santwani',
    url: 'https://harsh0303.pagerduty.com/incidents/Q3B15VLMF3ASBD',
  },
};

/** The incident of the V3 documentation. */
const BUMP = {
  incidentKey: 'PGR0VU2',
  entityAnnotations: { 'pagerduty.com/service-id': 'PF9KMXH' },
  patch: {
    status: 'triggered' as const,
    title: 'A little bump in the road',
    severity: 'high',
    priority: 'P1',
    service: 'API Service',
    team: 'Engineering',
    assignee: 'User 123',
    url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
  },
};

/** The incident of the V2 documentation, of which Zulip has copies. */
const V2 = {
  incidentKey: 'PRORDTY',
  entityAnnotations: { 'pagerduty.com/service-id': 'PN49J75' },
  patch: {
    title: 'My new incident',
    description: 'My new incident',
    severity: 'high',
    service: 'Production XDB Cluster',
    team: 'Engineering',
    url: 'https://webdemo.pagerduty.com/incidents/PRORDTY',
  },
};

const V2_TRIGGERED = {
  ...V2,
  occurredAt: '2017-09-26T15:14:36.000Z',
  patch: {
    ...V2.patch,
    status: 'triggered' as const,
    assignee: 'Laura Haley',
    metadata: {
      event: 'incident.trigger',
      number: '33',
      escalationPolicy: 'Default',
      assignees: ['Laura Haley'],
    },
  },
};

const V2_ACKNOWLEDGED = {
  ...V2,
  occurredAt: '2017-09-26T15:15:17.000Z',
  patch: {
    ...V2.patch,
    status: 'acknowledged' as const,
    assignee: 'Laura Haley',
    metadata: { event: 'incident.acknowledge' },
  },
};

const V2_ASSIGNED = {
  ...V2,
  occurredAt: '2017-09-26T15:16:05.000Z',
  patch: {
    ...V2.patch,
    status: 'triggered' as const,
    assignee: 'Wiley Jacobson',
    metadata: { event: 'incident.assign', assignees: ['Wiley Jacobson'] },
  },
};

/** The resolved incident of Zulip's V1 captures. */
const V1_RESOLVED = {
  incidentKey: 'PO1XIJ5',
  occurredAt: '2015-02-07T21:31:53.000Z',
  entityAnnotations: { 'pagerduty.com/service-id': 'PIL5CUQ' },
  patch: {
    status: 'resolved' as const,
    title: 'It is on fire',
    service: 'Test service',
    url: 'https://zulip-test.pagerduty.com/incidents/PO1XIJ5',
  },
};

testPublishedDeliveries({
  folder: 'pagerduty',
  type: pagerdutySource,
  expected: {
    'zulip_triggered_v3.json': {
      events: [
        {
          ...PIG208,
          incidentKey: 'PFQZPSY',
          occurredAt: '2021-06-04T13:35:29.781Z',
          patch: {
            ...PIG208.patch,
            status: 'triggered',
            title: 'Test Incident 3',
            assignee: 'PIG 208',
            url: 'https://pig208.pagerduty.com/incidents/PFQZPSY',
            metadata: {
              event: 'incident.triggered',
              agent: 'PIG 208',
              number: '9',
              escalationPolicy: 'Default',
              assignees: ['PIG 208'],
            },
          },
        },
      ],
    },
    'zulip_acknowledged_v3.json': {
      events: [
        {
          ...PIG208,
          incidentKey: 'PQ1K5C8',
          occurredAt: '2021-06-04T13:55:30.394Z',
          patch: {
            ...PIG208.patch,
            status: 'acknowledged',
            assignee: 'PIG 208',
            url: 'https://pig208.pagerduty.com/incidents/PQ1K5C8',
          },
        },
      ],
    },
    'zulip_unacknowledged_v3.json': {
      events: [
        {
          ...PIG208,
          incidentKey: 'PQ1K5C8',
          occurredAt: '2021-06-04T13:54:23.185Z',
          patch: {
            ...PIG208.patch,
            status: 'triggered',
            assignee: 'PIG 208',
            url: 'https://pig208.pagerduty.com/incidents/PQ1K5C8',
          },
        },
      ],
    },
    'zulip_resolved_v3.json': {
      events: [
        {
          ...PIG208,
          incidentKey: 'PCPZE64',
          occurredAt: '2021-06-04T13:16:53.816Z',
          // Nobody is assigned any more, which erases nobody.
          patch: {
            ...PIG208.patch,
            status: 'resolved',
            url: 'https://pig208.pagerduty.com/incidents/PCPZE64',
          },
        },
      ],
    },
    'zulip_reassigned_v3.json': {
      events: [
        {
          ...PIG208,
          incidentKey: 'PIQUG8X',
          occurredAt: '2021-06-04T10:17:54.838Z',
          patch: {
            ...PIG208.patch,
            status: 'triggered',
            assignee: 'Test User',
            url: 'https://pig208.pagerduty.com/incidents/PIQUG8X',
          },
        },
      ],
    },
    // PagerDuty adds types of events; the incident in them is as it is in others.
    'zulip_unsupported_v3.json': {
      events: [
        {
          ...PIG208,
          incidentKey: 'PIQUG8X',
          occurredAt: '2021-06-04T10:17:54.838Z',
          patch: {
            ...PIG208.patch,
            status: 'triggered',
            assignee: 'Test User',
            url: 'https://pig208.pagerduty.com/incidents/PIQUG8X',
            metadata: { event: 'incident.unsupported' },
          },
        },
      ],
    },
    'zulip2026_escalate_v3.json': {
      events: [
        {
          ...CHECKOUT,
          occurredAt: '2026-04-01T02:08:04.642Z',
          escalated: true,
          patch: {
            ...CHECKOUT.patch,
            priority: 'P1',
            metadata: {
              event: 'incident.escalated',
              number: '5',
              incidentKey: 'd387d7bd2e0a4294a5307339dfe1669a',
              incidentType: 'major_default',
              escalationPolicy: 'Default',
            },
          },
        },
      ],
    },
    // To another escalation policy: reassigned, not escalated.
    'zulip2026_delegated_v3.json': {
      events: [
        {
          ...CHECKOUT,
          occurredAt: '2026-04-01T02:13:20.295Z',
          patch: {
            ...CHECKOUT.patch,
            priority: 'P1',
            metadata: { escalationPolicy: 'APIs-ep' },
          },
        },
      ],
    },
    'zulip2026_priority_updated_v3.json': {
      events: [
        {
          ...CHECKOUT,
          occurredAt: '2026-04-01T02:15:36.315Z',
          patch: { ...CHECKOUT.patch, priority: 'P2' },
        },
      ],
    },
    'zulip2026_reopened_v3.json': {
      events: [
        {
          incidentKey: 'Q05XJA8GDXGOB3',
          occurredAt: '2026-04-01T02:15:02.274Z',
          entityAnnotations: { 'pagerduty.com/service-id': 'PLVTM9H' },
          patch: {
            status: 'triggered',
            title: 'Test Incident 2',
            severity: 'low',
            priority: 'P3',
            service: 'Default Service',
            assignee: 'Harsh Santwani',
            url: 'https://harsh0303.pagerduty.com/incidents/Q05XJA8GDXGOB3',
            metadata: {
              event: 'incident.reopened',
              incidentType: 'security_default',
            },
          },
        },
      ],
    },
    'docs_incident.priority_updated_v3.json': {
      events: [
        {
          ...BUMP,
          occurredAt: '2020-10-02T18:45:22.169Z',
          patch: {
            ...BUMP.patch,
            metadata: {
              agent: 'Tenex Engineer',
              number: '2',
              teams: ['Engineering'],
              conferenceNumber: '+1 1234123412,,987654321#',
              conferenceUrl: 'https://example.com',
            },
          },
        },
      ],
    },
    'sigvector_incident.priority_updated_v3.json': {
      events: [
        {
          ...BUMP,
          occurredAt: '2021-04-26T17:36:27.458Z',
          patch: {
            ...BUMP.patch,
            metadata: { conferenceNumber: '1000' },
          },
        },
      ],
    },
    'sigvector_incident.priority_updated_v3.vector.json': {
      notADelivery: 'the secret and the signatures of the file beside it',
    },
    'docs_service.updated_v3.json': {
      ignored: 'service.updated is about no incident',
    },

    'docs_v2_block0.json': { events: [V2_TRIGGERED] },
    'zulip_trigger_v2.json': { events: [V2_TRIGGERED] },
    'docs_v2_block1.json': { events: [V2_ACKNOWLEDGED] },
    'zulip_acknowledge_v2.json': { events: [V2_ACKNOWLEDGED] },
    'docs_v2_block3.json': { events: [V2_ASSIGNED] },
    'zulip_assign_v2.json': { events: [V2_ASSIGNED] },
    'zulip_unsupported_v2.json': {
      events: [
        {
          ...V2_ASSIGNED,
          patch: {
            ...V2_ASSIGNED.patch,
            metadata: { event: 'incident.unsupported' },
          },
        },
      ],
    },

    'zulip_trigger.json': {
      events: [
        {
          incidentKey: 'P140S4Y',
          occurredAt: '2015-02-07T21:42:52.000Z',
          entityAnnotations: { 'pagerduty.com/service-id': 'PIL5CUQ' },
          patch: {
            status: 'triggered',
            title: 'foo',
            service: 'Test service',
            assignee: 'Jason Michalski',
            url: 'https://zulip-test.pagerduty.com/incidents/P140S4Y',
            metadata: {
              event: 'incident.trigger',
              number: '3',
              escalationPolicy: 'Default',
            },
          },
        },
      ],
    },
    'zulip_resolved.json': { events: [V1_RESOLVED] },
    'zulip_unsupported_v1.json': { events: [V1_RESOLVED] },
    // Its first message says acknowledge and sends the incident as triggered:
    // what happened counts. "null" as a text is nobody.
    'alerta_pagerduty_alert.json': {
      events: [
        {
          incidentKey: 'PIJ90N7',
          occurredAt: '2013-07-09T20:25:44.000Z',
          entityAnnotations: { 'pagerduty.com/service-id': 'PBAZLIU' },
          patch: {
            status: 'acknowledged',
            title: '45645',
            service: 'service',
            assignee: 'Alan Kay',
            url: 'https://acme.pagerduty.com/incidents/PIJ90N7',
          },
        },
        {
          incidentKey: 'PIJ90N7',
          occurredAt: '2013-07-09T20:25:45.000Z',
          entityAnnotations: { 'pagerduty.com/service-id': 'PBAZLIU' },
          patch: {
            status: 'resolved',
            title: '45645',
            service: 'service',
            url: 'https://acme.pagerduty.com/incidents/PIJ90N7',
          },
        },
      ],
    },

    // Not deliveries as they stand, and refused as such. What they are the data
    // of is tested in publishedData.test.ts.
    'docs_create_webhook_subscription_request.json': { fails: 'event: ' },
    'docs_datatype_incident_action_invocation.json': { fails: 'event: ' },
    'docs_datatype_incident_conference_bridge.json': { fails: 'event: ' },
    'docs_datatype_incident_field_values.json': { fails: 'event: ' },
    'docs_datatype_incident_note.json': { fails: 'event: ' },
    'docs_datatype_incident_responder.json': { fails: 'event: ' },
    'docs_datatype_incident_workflow_instance.json': { fails: 'event: ' },
    'docs_datatype_service_field_values.json': { fails: 'event: ' },
  },
});
