import { ConfigReader } from '@backstage/config';
import type { JsonObject, JsonValue } from '@backstage/types';
import { createHmac } from 'node:crypto';
import fixture from './__fixtures__/grafana.json';
import { grafanaSource } from './grafanaSource';

const RECEIVED_AT = '2026-11-22T12:00:00.000Z';
const SIGNATURE = 'x-grafana-alerting-signature';
const rawBody = Buffer.from(JSON.stringify(fixture));

const create = (config: JsonObject = { insecure: true }) =>
  grafanaSource.create(new ConfigReader(config));

const normalise = (body: JsonValue, config?: JsonObject) =>
  JSON.parse(
    JSON.stringify(
      create(config).normalise({ headers: {}, body, receivedAt: RECEIVED_AT }),
    ),
  );

const legacy = { ruleId: 7, ruleName: 'CPU', state: 'ok', evalMatches: [] };

describe('the Grafana source', () => {
  it('makes an event of each alert, with where it can be seen', () => {
    expect(normalise(fixture)).toEqual({
      events: [
        {
          incidentKey: '00112233445566aa',
          occurredAt: '2026-11-20T09:00:00.000Z',
          entityRef: 'component:default/checkout',
          patch: {
            status: 'triggered',
            title: 'Checkout is slow',
            description: 'Nine of ten requests take longer than two seconds.',
            severity: 'critical',
            service: 'checkout',
            team: 'payments',
            url: 'https://grafana.example/d/shop?viewPanel=2',
            labels: fixture.alerts[0].labels,
            metadata: {
              annotations: fixture.alerts[0].annotations,
              groupKey: fixture.groupKey,
              receiver: 'portal',
              dashboardURL: 'https://grafana.example/d/shop',
              panelURL: 'https://grafana.example/d/shop?viewPanel=2',
              silenceURL: 'https://grafana.example/alerting/silence/new',
              values: { A: 2.5, C: 1 },
              valueString: "[ var='A' labels={} value=2.5 ]",
            },
          },
        },
      ],
    });
  });

  it('makes one incident of a group, if so configured', () => {
    const { events } = normalise(fixture, {
      insecure: true,
      incidentPer: 'group',
    });
    expect(events).toMatchObject([
      {
        incidentKey: fixture.groupKey,
        patch: {
          title: 'SlowCheckout',
          metadata: { alerts: [{ values: { A: 2.5 } }] },
        },
      },
    ]);
  });

  it('survives values that are not there', () => {
    const [alert] = fixture.alerts;
    const { events } = normalise({
      ...fixture,
      alerts: [{ ...alert, values: null, panelURL: '', dashboardURL: null }],
    });
    expect(events[0].patch.url).toBe(alert.generatorURL);
    expect(events[0].patch.metadata.values).toBeUndefined();
  });

  const sign = (content: string | Buffer, secret = 'new') =>
    createHmac('sha256', secret).update(content).digest('hex');
  const verify = (config: JsonObject, headers: Record<string, string>) => () =>
    create(config).verify({ headers, rawBody, receivedAt: RECEIVED_AT });
  const secrets = ['old', 'new'];
  const refused = expect.objectContaining({ name: 'AuthenticationError' });

  it('takes a signature by any of the secrets', () => {
    expect(verify({ secrets }, { [SIGNATURE]: sign(rawBody) })).not.toThrow();
    expect(
      verify({ secrets }, { [SIGNATURE]: sign(rawBody, 'old') }),
    ).not.toThrow();
    expect(
      verify({ secrets }, { [SIGNATURE]: sign(rawBody, 'stolen') }),
    ).toThrow(refused);
    expect(verify({ secrets }, { [SIGNATURE]: sign(`${rawBody} `) })).toThrow(
      refused,
    );
    expect(verify({ secrets }, {})).toThrow(refused);
  });

  it('takes a signature in the header that the contact point names', () => {
    expect(
      verify(
        { secrets, signatureHeader: 'X-Our-Signature' },
        { 'x-our-signature': sign(rawBody) },
      ),
    ).not.toThrow();
  });

  it.each([
    [-301, false],
    [-300, true],
    [300, true],
    [301, false],
  ])('takes a time that was signed %s s from now: %s', (seconds, taken) => {
    const at = String(Date.parse(RECEIVED_AT) / 1_000 + seconds);
    const attempt = verify(
      { secrets, timestampHeader: 'X-Signed-At' },
      { 'x-signed-at': at, [SIGNATURE]: sign(`${at}:${rawBody}`) },
    );
    const error = taken ? undefined : refused;
    expect(errorOf(attempt)).toEqual(error);
  });

  it('refuses a signature without the time that belongs to it', () => {
    expect(
      verify(
        { secrets, timestampHeader: 'X-Signed-At' },
        { [SIGNATURE]: sign(rawBody) },
      ),
    ).toThrow(refused);
  });

  it('tells the second end of a dashboard alert from a copy of the first', () => {
    const key = (body: JsonValue, receivedAt: string) =>
      create().deliveryKey({
        headers: {},
        rawBody: Buffer.from(JSON.stringify(body)),
        receivedAt,
      });
    const at = (time: string) => `2026-11-22T${time}.000Z`;
    expect(key(legacy, at('12:00:01'))).toBe(key(legacy, at('12:00:31')));
    expect(key(legacy, at('12:00:01'))).not.toBe(key(legacy, at('13:00:01')));
    expect(key(fixture, at('12:00:01'))).toBe(key(fixture, at('13:00:01')));
  });

  it('refuses a state of a dashboard alert that nobody knows', () => {
    expect(() => normalise({ ...legacy, state: 'odd' })).toThrow(
      "state: 'odd' is not known",
    );
  });
});

function errorOf(attempt: () => void): unknown {
  try {
    attempt();
    return undefined;
  } catch (error) {
    return error;
  }
}
