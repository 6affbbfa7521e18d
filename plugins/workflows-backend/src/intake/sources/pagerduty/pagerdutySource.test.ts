import { ConfigReader } from '@backstage/config';
import type { JsonObject, JsonValue } from '@backstage/types';
import { createHmac } from 'node:crypto';
import { testDisfiguredDeliveries } from '../__testUtils__/mutations';
import triggered from './__fixtures__/triggered.json';
import { pagerdutySource } from './pagerdutySource';

const RECEIVED_AT = '2026-11-22T12:00:00.000Z';

const create = (config: JsonObject = { insecure: true }) =>
  pagerdutySource.create(new ConfigReader(config));

const normalise = (body: JsonValue) =>
  create().normalise({ headers: {}, body, receivedAt: RECEIVED_AT });

/** The fixture with other data, or another event around it. */
function variant(change: { event?: JsonObject; data?: JsonObject }) {
  return {
    event: {
      ...triggered.event,
      ...change.event,
      data: { ...triggered.event.data, ...change.data },
    },
  } as JsonObject;
}

const eventOf = (body: JsonValue) => normalise(body).events![0];

describe('the PagerDuty source', () => {
  it('takes an incident with all that V3 says of it', () => {
    expect(normalise(triggered)).toEqual({
      events: [
        {
          incidentKey: 'QHARBOUR1',
          occurredAt: '2026-11-22T09:58:03.125Z',
          entityAnnotations: { 'pagerduty.com/service-id': 'PCRANES' },
          patch: {
            status: 'triggered',
            title: 'Disk of the crane controller is full',
            severity: 'high',
            priority: 'P2',
            service: 'Crane controller',
            team: 'Quay',
            assignee: 'Ada',
            url: 'https://harbour.pagerduty.com/incidents/QHARBOUR1',
            metadata: {
              event: 'incident.triggered',
              agent: 'Prometheus',
              number: '1042',
              incidentKey: 'crane-controller/disk',
              incidentType: 'incident_default',
              escalationPolicy: 'Night shift',
              assignees: ['Ada', 'Grace'],
              teams: ['Quay'],
            },
          },
        },
      ],
    });
  });

  it.each([
    ['incident.triggered', 'triggered', 'triggered'],
    ['incident.acknowledged', 'acknowledged', 'acknowledged'],
    // Read a moment later, when somebody had resolved it.
    ['incident.acknowledged', 'resolved', 'acknowledged'],
    ['incident.unacknowledged', 'triggered', 'triggered'],
    ['incident.reopened', 'resolved', 'triggered'],
    ['incident.resolved', 'resolved', 'resolved'],
    ['incident.priority_updated', 'acknowledged', 'acknowledged'],
    ['incident.service_updated', 'triggered', 'triggered'],
    ['incident.priority_updated', undefined, undefined],
  ])('after %s of one sent as %s it is %s', (type, sent, status) => {
    const event = eventOf(
      variant({ event: { event_type: type }, data: { status: sent } }),
    );
    expect(event.patch.status).toBe(status);
    expect(event.escalated).toBeUndefined();
  });

  it('says that it was escalated', () => {
    expect(
      eventOf(variant({ event: { event_type: 'incident.escalated' } })),
    ).toMatchObject({ escalated: true, patch: { status: 'triggered' } });
  });

  it('says only what an event about a part of an incident says', () => {
    expect(
      normalise({
        event: {
          event_type: 'incident.status_update_published',
          data: {
            type: 'incident_status_update',
            incident: { id: 'QHARBOUR1', summary: '[#1042] Disk is full' },
            message: 'Half of it is free again',
          },
        },
      }),
    ).toEqual({
      events: [
        {
          incidentKey: 'QHARBOUR1',
          occurredAt: RECEIVED_AT,
          patch: {
            title: 'Disk is full',
            metadata: {
              event: 'incident.status_update_published',
              statusUpdate: 'Half of it is free again',
            },
          },
        },
      ],
    });
  });

  it.each<[string, JsonValue]>([
    [
      'pagey.ping is about no incident',
      { event: { event_type: 'pagey.ping', data: { type: 'ping' } } },
    ],
    ['The delivery holds no messages', { messages: [] }],
  ])('ignores a delivery: %s', (ignored, body) => {
    expect(normalise(body)).toEqual({ ignored });
  });

  it.each<[JsonValue, string]>([
    [[], 'the body: '],
    ['text', 'the body: '],
    [{}, 'event: '],
    [{ event: { event_type: '', data: {} } }, 'event.event_type: '],
    [{ event: { event_type: 'incident.triggered' } }, 'event.data: '],
    [variant({ data: { id: '' } }), 'event.data.id: '],
    [variant({ data: { status: 'on fire' } }), 'event.data.status: '],
    [
      variant({ event: { occurred_at: 'yesterday' } }),
      "event.occurred_at: 'yesterday' is not a time",
    ],
    [
      { event: { event_type: 'incident.annotated', data: { incident: {} } } },
      'event.data.incident.id: ',
    ],
    [{ messages: {} }, 'messages: '],
    [{ messages: [{ event: 'incident.trigger' }] }, 'messages.0.incident: '],
    [{ messages: [{ type: 'incident.trigger' }] }, 'messages.0.data: '],
    [
      {
        messages: [
          {
            event: 'incident.trigger',
            created_on: 'soon',
            incident: { id: 'P' },
          },
        ],
      },
      "messages.0.created_on: 'soon' is not a time",
    ],
  ])('says the place of what is wrong in %j', (body, message) => {
    expect(() => normalise(body)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });

  it('tells deliveries apart by X-Webhook-Id, which is the same for each attempt', () => {
    const key = (id: string | undefined, text: string) =>
      create().deliveryKey({
        headers: { 'x-webhook-id': id },
        rawBody: Buffer.from(text),
        receivedAt: RECEIVED_AT,
      });
    expect(key('a', '{}')).toBe(key('a', '{ }'));
    expect(key('a', '{}')).not.toBe(key('b', '{}'));
    expect(key(undefined, '{}')).not.toBe(key(undefined, '{ }'));
    expect(key('', '{}')).not.toBe(key('', '{ }'));
  });

  describe('verifies', () => {
    const rawBody = Buffer.from(JSON.stringify(triggered));
    const sign = (secret: string) =>
      `v1=${createHmac('sha256', secret).update(rawBody).digest('hex')}`;
    const verify = (config: JsonObject, headers: Record<string, string>) => {
      const source = create(config);
      source.verifyHeaders?.(headers);
      source.verify({ headers, rawBody, receivedAt: RECEIVED_AT });
    };
    const signed = (...secrets: string[]) => ({
      'x-pagerduty-signature': secrets.map(sign).join(','),
    });
    const bearer = { authorization: 'Bearer t' };

    it.each<[string, JsonObject, Record<string, string>]>([
      ['a signature', { secrets: ['a'] }, signed('a')],
      ['one of several signatures', { secrets: ['b'] }, signed('a', 'b')],
      ['by one of several secrets', { secrets: ['b', 'a'] }, signed('a')],
      ['a token, of older webhooks', { tokens: ['t'] }, bearer],
      [
        'both, where both are configured',
        { secrets: ['a'], tokens: ['t'] },
        { ...signed('a'), ...bearer },
      ],
    ])('%s', (_, config, headers) => {
      expect(() => verify(config, headers)).not.toThrow();
    });

    it.each<[string, JsonObject, Record<string, string>]>([
      ['without a signature', { secrets: ['a'] }, {}],
      ['with a wrong signature', { secrets: ['a'] }, signed('b')],
      ['with a token in place of it', { secrets: ['a'] }, bearer],
      [
        'with only the one of two',
        { secrets: ['a'], tokens: ['t'] },
        signed('a'),
      ],
      ['with only the other', { secrets: ['a'], tokens: ['t'] }, bearer],
    ])('that a delivery %s is refused', (_, config, headers) => {
      expect(() => verify(config, headers)).toThrow(
        expect.objectContaining({ name: 'AuthenticationError' }),
      );
    });

    it('nothing without a secret, so it does not start', () => {
      expect(() => create({})).toThrow('secrets must name at least one secret');
    });
  });

  testDisfiguredDeliveries({
    source: create,
    bodies: {
      'an incident': triggered,
      'a note': {
        event: {
          event_type: 'incident.annotated',
          occurred_at: '2026-11-22T10:00:00Z',
          data: {
            type: 'incident_note',
            incident: { id: 'QHARBOUR1', summary: 'Disk is full' },
            content: 'Looking',
          },
        },
      },
      'fields of an incident': {
        event: {
          event_type: 'incident.custom_field_values.updated',
          data: {
            type: 'incident_field_values',
            incident: { id: 'QHARBOUR1' },
            custom_fields: [{ name: 'environment', value: 'production' }],
          },
        },
      },
      'a message of V2': {
        messages: [
          {
            event: 'incident.trigger',
            created_on: '2017-09-26T15:14:36Z',
            incident: triggered.event.data as JsonObject,
          },
        ],
      },
      'a message of V1': {
        messages: [
          {
            type: 'incident.trigger',
            created_on: '2015-02-07T21:31:53Z',
            data: { incident: triggered.event.data as JsonObject },
          },
        ],
      },
    },
  });
});
