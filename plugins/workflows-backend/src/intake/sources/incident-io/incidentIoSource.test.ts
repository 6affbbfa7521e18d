import { ConfigReader } from '@backstage/config';
import type { JsonObject, JsonValue } from '@backstage/types';
import { createHmac } from 'node:crypto';
import { testDisfiguredDeliveries } from '../__testUtils__/mutations';
import statusUpdated from './__fixtures__/status-updated.json';
import { incidentIoSource } from './incidentIoSource';

const RECEIVED_AT = '2026-11-22T12:00:00.000Z';
const CHANGE = statusUpdated['public_incident.incident_status_updated_v2'];
const INCIDENT = CHANGE.incident as JsonObject;

const create = (config: JsonObject = {}) =>
  incidentIoSource.create(new ConfigReader({ insecure: true, ...config }));

const normalise = (body: JsonValue, config?: JsonObject) =>
  create(config).normalise({ headers: {}, body, receivedAt: RECEIVED_AT });

const body = (eventType: string, subject: JsonValue) => ({
  event_type: eventType,
  [eventType]: subject,
});

const updated = (change: JsonObject) =>
  body('public_incident.incident_updated_v2', { ...INCIDENT, ...change });

const ESCALATION = {
  id: '01ESC',
  title: 'Night shift',
  status: 'triggered',
  created_at: '2026-11-22T10:00:00Z',
  updated_at: '2026-11-22T10:01:00Z',
  priority: { name: 'P1' },
  related_incidents: [
    { id: 'one', name: 'Disk full', status_category: 'live' },
    { id: 'two' },
  ],
};

describe('the incident.io source', () => {
  it('takes an incident with all that is said of it', () => {
    const fields = {
      service: 'Affected services',
      team: '01F2',
      entityRef: 'Affected services',
    };
    expect(normalise(statusUpdated as JsonObject, { fields })).toEqual({
      events: [
        {
          incidentKey: '01KHARBOUR00000000000001',
          occurredAt: '2026-11-22T10:04:11.500Z',
          entityRef: 'component:default/crane-controller',
          patch: {
            status: 'acknowledged',
            title: 'Disk of the crane controller is full',
            description: 'Nothing moves on the north quay.',
            severity: 'Major',
            service: 'Crane controller',
            team: 'North',
            assignee: 'ada@harbour.example',
            url: 'https://app.incident.io/harbour/incidents/1042',
            labels: {
              'Affected services': 'Crane controller, Tide gauge',
              Quay: 'North',
              'Ships waiting': '4',
            },
            metadata: {
              event: 'public_incident.incident_status_updated_v2',
              reference: 'INC-1042',
              mode: 'standard',
              visibility: 'public',
              status: 'Investigating',
              statusCategory: 'live',
              severityRank: '2',
              incidentType: 'Production',
              message: 'Ada takes it',
            },
          },
        },
      ],
    });
  });

  it('maps no custom field that the configuration does not name', () => {
    const [event] = normalise(statusUpdated as JsonObject).events!;
    expect(event.entityRef).toBeUndefined();
    expect(event.patch.service).toBeUndefined();
    expect(event.patch.team).toBeUndefined();
  });

  it.each([
    ['resource:ops/gauge', 'resource:ops/gauge'],
    ['761722cd-d1d7-477b-ac7e-90f9e079dc33', undefined],
    ['a/b/c', undefined],
    ['', undefined],
  ])('takes the entry %s for the entity %s', (externalId, expected) => {
    const [event] = normalise(
      updated({
        custom_field_entries: [
          {
            custom_field: { name: 'Service' },
            values: [
              { value_catalog_entry: { name: 'x', external_id: externalId } },
            ],
          },
        ],
      }),
      { fields: { entityRef: 'Service' } },
    ).events!;
    expect(event.entityRef).toBe(expected);
  });

  it.each([
    ['triage', 'triggered'],
    ['live', 'acknowledged'],
    ['paused', 'acknowledged'],
    ['learning', 'resolved'],
    ['closed', 'closed'],
    ['declined', 'closed'],
    ['merged', 'closed'],
    ['canceled', 'closed'],
  ])('takes the category %s for the status %s', (category, status) => {
    const name = 'Whatever the account calls it';
    expect(
      normalise(updated({ incident_status: { name, category } })).events![0]
        .patch.status,
    ).toBe(status);
    // Of a change the new status counts.
    const change = { ...CHANGE, new_status: { name, category } } as JsonObject;
    expect(
      normalise(body(statusUpdated.event_type, change)).events![0].patch.status,
    ).toBe(status);
  });

  it('says of a private incident that there is one, and no more', () => {
    expect(
      normalise(body('private_incident.incident_updated_v2', { id: 'p' })),
    ).toEqual({
      events: [
        {
          incidentKey: 'p',
          occurredAt: RECEIVED_AT,
          patch: {
            metadata: {
              event: 'private_incident.incident_updated_v2',
              visibility: 'private',
            },
          },
        },
      ],
    });
  });

  it.each<[string, JsonObject]>([
    ['public_escalation.escalation_created_v1', ESCALATION],
    [
      'public_escalation.escalation_status_updated_v1',
      { escalation: ESCALATION, new_status: 'triggered' },
    ],
  ])('takes %s for each incident that it is for', (eventType, subject) => {
    const metadata = {
      event: eventType,
      escalation: {
        id: '01ESC',
        title: 'Night shift',
        status: 'triggered',
        priority: 'P1',
      },
    };
    expect(normalise(body(eventType, subject))).toEqual({
      events: [
        {
          incidentKey: 'one',
          occurredAt: '2026-11-22T10:01:00.000Z',
          escalated: true,
          patch: { title: 'Disk full', metadata },
        },
        {
          incidentKey: 'two',
          occurredAt: '2026-11-22T10:01:00.000Z',
          escalated: true,
          patch: { metadata },
        },
      ],
    });
  });

  it.each<[string, string, JsonValue]>([
    [
      'The escalation is for no incident',
      'public_escalation.escalation_created_v1',
      { ...ESCALATION, related_incidents: [] },
    ],
    [
      'The escalation calls nobody by this',
      'public_escalation.escalation_status_updated_v1',
      { escalation: ESCALATION, new_status: 'acked' },
    ],
    [
      "public_alert.alert_created_v1 is not about an incident's state",
      'public_alert.alert_created_v1',
      { id: 'a' },
    ],
  ])('ignores a delivery: %s', (reason, eventType, subject) => {
    expect(normalise(body(eventType, subject))).toEqual({ ignored: reason });
  });

  it.each<[JsonValue, string]>([
    [[], 'the body: '],
    [{}, 'event_type: '],
    [
      { event_type: 'public_incident.incident_updated_v2' },
      'public_incident.incident_updated_v2: ',
    ],
    [updated({ id: null }), 'public_incident.incident_updated_v2.id: '],
    [
      updated({ incident_status: { category: 'on fire' } }),
      'public_incident.incident_updated_v2.incident_status.category: ',
    ],
    [
      updated({ updated_at: 'now' }),
      "public_incident.incident_updated_v2.updated_at: 'now' is not a time",
    ],
    [
      body(statusUpdated.event_type, { incident: INCIDENT }),
      `${statusUpdated.event_type}.new_status: `,
    ],
  ])('says the place of what is wrong in %j', (wrong, message) => {
    expect(() => normalise(wrong)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });

  it('refuses to map a field that custom fields do not say', () => {
    expect(() => create({ fields: { title: 'Name' } })).toThrow(
      'fields.title cannot be mapped; of incident.io these can: service, team, entityRef',
    );
  });

  it('verifies by Standard Webhooks, and tells deliveries apart by their id', () => {
    const key = Buffer.alloc(32, 9);
    const source = incidentIoSource.create(
      new ConfigReader({ secrets: [`whsec_${key.toString('base64')}`] }),
    );
    const rawBody = Buffer.from('{}');
    const seconds = Date.parse(RECEIVED_AT) / 1_000;
    const request = (id: string, signedBy: Buffer) => ({
      headers: {
        'webhook-id': id,
        'webhook-timestamp': String(seconds),
        'webhook-signature': `v1,${createHmac('sha256', signedBy)
          .update(`${id}.${seconds}.{}`)
          .digest('base64')}`,
      },
      rawBody,
      receivedAt: RECEIVED_AT,
    });
    expect(() => source.verify(request('a', key))).not.toThrow();
    expect(() => source.verify(request('a', Buffer.alloc(32)))).toThrow(
      expect.objectContaining({ name: 'AuthenticationError' }),
    );
    expect(source.deliveryKey(request('a', key))).toBe('a');
  });

  testDisfiguredDeliveries({
    source: () => create({ fields: { service: '01F1', entityRef: '01F1' } }),
    bodies: {
      'a change of status': statusUpdated as JsonObject,
      'an incident': updated({}),
      'a private incident': body('private_incident.incident_created_v2', {
        id: 'p',
      }),
      'an escalation': body(
        'public_escalation.escalation_created_v1',
        ESCALATION,
      ),
      'a change of an escalation': body(
        'public_escalation.escalation_status_updated_v1',
        { escalation: ESCALATION, new_status: 'triggered' },
      ),
    },
  });
});
