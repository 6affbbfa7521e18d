import { ConfigReader } from '@backstage/config';
import type { JsonObject, JsonValue } from '@backstage/types';
import fixture from './__fixtures__/cloudevent.json';
import { cloudeventsSource } from './cloudeventsSource';

const RECEIVED_AT = '2026-11-22T12:00:00.000Z';

const OUTAGES: JsonObject = {
  insecure: true,
  types: {
    'example.acme.outage.started': 'triggered',
    'example.acme.outage.noted': 'unchanged',
    'example.acme.outage.ended': 'resolved',
  },
  fields: {
    incidentKey: 'subject',
    title: 'data.what',
    priority: 'urgency',
    service: 'data.hall.name',
    assignee: 'data.hall.lead',
  },
  labels: { plant: 'source' },
};

const create = (config: JsonObject = OUTAGES) =>
  cloudeventsSource.create(new ConfigReader(config));

function normalise(
  body: JsonValue,
  headers: Record<string, string> = {},
  config: JsonObject = OUTAGES,
) {
  return JSON.parse(
    JSON.stringify(
      create(config).normalise({ headers, body, receivedAt: RECEIVED_AT }),
    ),
  );
}

const EVENT = {
  incidentKey: 'outages/42',
  occurredAt: '2026-11-20T10:00:00.250Z',
  patch: {
    status: 'triggered',
    title: 'Power is out in hall 3',
    priority: 'high',
    service: 'hall-3',
    assignee: 'kim',
    labels: { plant: '/plants/berlin' },
  },
};

const { data, datacontenttype, ...attributes } = fixture;

const BINARY = {
  'content-type': 'application/json; charset=utf-8',
  ...Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [`ce-${name}`, value]),
  ),
};

const STRUCTURED = { 'content-type': 'application/cloudevents+json' };

describe('the CloudEvents source', () => {
  it.each<[string, JsonValue, Record<string, string>]>([
    ['in an envelope', fixture, STRUCTURED],
    ['in an envelope that is not declared', fixture, {}],
    ['in headers', data, BINARY],
    [
      'in a batch',
      [fixture],
      { 'content-type': 'application/cloudevents-batch+json' },
    ],
    [
      'in base64',
      {
        ...attributes,
        data_base64: Buffer.from(JSON.stringify(data)).toString('base64'),
      },
      STRUCTURED,
    ],
  ])('reads an event %s', (_, body, headers) => {
    expect(normalise(body, headers)).toEqual({ events: [EVENT] });
  });

  it('decodes headers', () => {
    const { events } = normalise(data, {
      ...BINARY,
      'ce-subject': '%C3%9Cberlast',
      'ce-source': '"/plants/\\"berlin\\""',
      'ce-urgency': '100%',
    });
    expect(events[0]).toMatchObject({
      incidentKey: 'Überlast',
      patch: { labels: { plant: '/plants/"berlin"' }, priority: '100%' },
    });
  });

  it('takes the status by the type, and leaves it where the type says nothing', () => {
    const of = (type: string) =>
      normalise({ ...fixture, type }).events[0].patch.status;
    expect(of('example.acme.outage.ended')).toBe('resolved');
    expect(of('example.acme.outage.noted')).toBeUndefined();
  });

  it('takes the status from a field where no types are configured', () => {
    const { types: _, ...config } = OUTAGES;
    const status = (fields: JsonObject, config2 = {}) =>
      normalise(fixture, {}, { ...config, ...config2, fields }).events[0].patch
        .status;
    const fields = OUTAGES.fields as JsonObject;
    expect(status(fields)).toBe('triggered');
    expect(
      status(
        { ...fields, status: 'urgency' },
        { statuses: { high: 'acknowledged' } },
      ),
    ).toBe('acknowledged');
  });

  it('leaves out of a batch what is not about incidents', () => {
    const other = { ...fixture, type: 'example.acme.lunch' };
    expect(normalise([other, fixture])).toEqual({ events: [EVENT] });
    expect(normalise([other])).toEqual({
      ignored: 'By the configuration: example.acme.lunch is not one of types',
    });
    expect(normalise([])).toEqual({ ignored: 'The batch is empty' });
    expect(
      normalise(
        fixture,
        {},
        {
          ...OUTAGES,
          ignore: [
            { field: 'source', operator: 'startsWith', value: '/plants' },
          ],
        },
      ),
    ).toEqual({ ignored: 'By the configuration: ignore.0 holds' });
  });

  it.each<[string, JsonValue]>([
    ['id: ', { ...fixture, id: '' }],
    ['source: ', { ...fixture, source: undefined }],
    ['specversion: ', {}],
    ['the body: ', 'text'],
    ['1.type: ', [fixture, { ...fixture, type: 7 }]],
    ['1.subject: is missing', [fixture, { ...fixture, subject: null }]],
    ['time: ', { ...fixture, time: 'soon' }],
    ['data.what: must be text', { ...fixture, data: { what: {} } }],
  ])('names the place of what is wrong: %s', (place, body) => {
    expect(() => normalise(body)).toThrow(place);
  });

  it('knows a copy by source and id, in whatever mode it comes', () => {
    const key = (body: JsonValue, headers = {}) =>
      create().deliveryKey({
        headers,
        rawBody: Buffer.from(JSON.stringify(body)),
        receivedAt: RECEIVED_AT,
      });
    const known = key(fixture, STRUCTURED);
    expect(key({ ...fixture, traceparent: 'x' })).toBe(known);
    expect(key(data, BINARY)).toBe(known);
    expect(key([fixture])).toBe(known);
    expect(key({ ...fixture, id: 'evt-18' })).not.toBe(known);
    expect(key({ ...fixture, source: '/plants/bonn' })).not.toBe(known);
    expect(key([fixture, fixture])).toMatch(/^[0-9a-f]{64}$/);
    expect(key('no event')).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each<[string, JsonObject]>([
    [
      "types.a, unless it is 'unchanged', must be one of",
      { types: { a: 'b' } },
    ],
    ['types must be statuses by type', { types: ['a'] }],
    ['fields.incidentKey must name', { fields: { title: 'type' } }],
    ['tokens must name at least one', { insecure: false }],
  ])('refuses a configuration: %s', (message, wrong) => {
    expect(() => create({ ...OUTAGES, ...wrong })).toThrow(message);
  });
});
