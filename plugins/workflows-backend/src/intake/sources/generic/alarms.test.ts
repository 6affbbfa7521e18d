import { ConfigReader } from '@backstage/config';
import type { JsonObject, JsonValue } from '@backstage/types';
import { createHmac } from 'node:crypto';
import fixture from './__fixtures__/generic.json';
import { genericSource } from './genericSource';

const RECEIVED_AT = '2026-11-22T12:00:00.000Z';

/** All that the configuration can say, for a sender that nobody foresaw. */
const ALARMS: JsonObject = {
  secrets: ['old', 'new'],
  signature: { header: 'X-Alarm-Signature', prefix: 'sha256=' },
  deliveryIdHeader: 'X-Alarm-Id',
  events: 'data.alarms',
  ignore: [{ field: 'state', value: 'TEST' }],
  fields: {
    incidentKey: 'number',
    title: 'text',
    status: 'state',
    severity: 'level',
    service: 'machine.name',
    occurredAt: 'since',
  },
  constants: { team: 'plant', severity: 'unknown' },
  statuses: { raised: 'triggered', gone: 'resolved' },
  labels: { line: 'machine.line', site: '$.site' },
  metadata: { machine: 'machine' },
  entityAnnotations: { 'acme.example/machine': 'machine.name' },
  escalated: [{ field: 'pages', operator: 'gt', value: 1 }],
  times: { format: 'dd.MM.yyyy HH:mm:ss', zone: 'Europe/Berlin' },
};

const create = (config: JsonObject = ALARMS) =>
  genericSource.create(new ConfigReader(config));

const normalise = (body: JsonValue, config?: JsonObject) =>
  JSON.parse(
    JSON.stringify(
      create(config).normalise({ headers: {}, body, receivedAt: RECEIVED_AT }),
    ),
  );

describe('a list of alarms of a sender of our own', () => {
  it('gives an event of each, without what is to be ignored', () => {
    expect(normalise(fixture)).toEqual({
      events: [
        {
          incidentKey: '4711',
          occurredAt: '2026-11-22T10:30:00.000Z',
          entityAnnotations: { 'acme.example/machine': 'press-3' },
          escalated: true,
          patch: {
            status: 'triggered',
            title: 'Cooling failed',
            severity: '1',
            service: 'press-3',
            team: 'plant',
            labels: { line: 'B', site: 'Berlin' },
            metadata: { machine: { name: 'press-3', line: 'B' } },
          },
        },
        // It says no more than that it is over.
        {
          incidentKey: '4699',
          occurredAt: '2026-11-22T10:31:00.000Z',
          patch: {
            status: 'resolved',
            severity: 'unknown',
            team: 'plant',
            labels: { site: 'Berlin' },
          },
        },
      ],
    });
  });

  it('says by which condition nothing is left', () => {
    const [, , test] = fixture.data.alarms;
    expect(normalise({ data: { alarms: [test] } })).toEqual({
      ignored: 'By the configuration: ignore.0 holds',
    });
    expect(normalise({ data: { alarms: [] } })).toEqual({
      ignored: 'The list at data.alarms is empty',
    });
  });

  it.each<[string, JsonValue]>([
    ['data.alarms: is missing', { data: {} }],
    ['data.alarms: must be a list', { data: { alarms: {} } }],
    ['data.alarms.0: must be a JSON object', { data: { alarms: ['x'] } }],
    [
      'data.alarms.1.state: ',
      {
        data: {
          alarms: [{ number: 1 }, { number: 2, state: 'ODD' }],
        },
      },
    ],
    [
      "data.alarms.0.since: '11/22/2026' is not a time in the form dd.MM.yyyy HH:mm:ss",
      { data: { alarms: [{ number: 1, since: '11/22/2026' }] } },
    ],
  ])('names the place: %s', (place, body) => {
    expect(() => normalise(body)).toThrow(place);
  });

  it('reads a body that is a list itself', () => {
    const { events } = normalise(fixture.data.alarms, {
      ...ALARMS,
      events: '$',
    });
    expect(events).toHaveLength(2);
  });

  const rawBody = Buffer.from(JSON.stringify(fixture));
  const signed = (secret: string, content: string | Buffer) => ({
    'x-alarm-signature': `sha256=${createHmac('sha256', secret)
      .update(content)
      .digest('hex')}`,
  });
  const verify = (headers: Record<string, string>) => () =>
    create().verify({ headers, rawBody, receivedAt: RECEIVED_AT });

  it('takes a signature as the configuration says it is written', () => {
    expect(verify(signed('old', rawBody))).not.toThrow();
    expect(verify(signed('new', rawBody))).not.toThrow();
    for (const headers of [signed('x', rawBody), signed('new', '{}'), {}]) {
      expect(verify(headers)).toThrow(
        expect.objectContaining({ name: 'AuthenticationError' }),
      );
    }
  });

  it("tells deliveries apart by the sender's id, where there is one", () => {
    const key = (headers: Record<string, string>) =>
      create().deliveryKey({ headers, rawBody, receivedAt: RECEIVED_AT });
    expect(key({ 'x-alarm-id': 'a' })).toBe('a');
    expect(key({})).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each<[string, JsonObject]>([
    ["Missing required config value at 'signature'", { signature: undefined! }],
    [
      'signature.algorithm must be one of',
      { signature: { header: 'x', algorithm: 'md5' } },
    ],
    [
      'signature.encoding must be one of',
      { signature: { header: 'x', encoding: 'b64' } },
    ],
    ['ignore.0 must be { field', { ignore: [{ value: 1 }] }],
    ['escalated ', { escalated: { field: 'x' } }],
    ['constants.colour is not a field', { constants: { colour: 'red' } }],
    ['constants.incidentKey cannot', { constants: { incidentKey: 'x' } }],
    ['constants.status is none', { constants: { status: 'odd' } }],
    ['labels.line must be a text', { labels: { line: 5 } }],
    ['labels must be texts by name', { labels: ['line'] }],
    [
      "times.zone must be a zone such as Europe/Berlin, found 'Mars'",
      { times: { zone: 'Mars' } },
    ],
  ])('refuses a configuration: %s', (message, wrong) => {
    expect(() => create({ ...ALARMS, ...wrong })).toThrow(message);
  });
});
