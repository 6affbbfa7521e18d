import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fixture from './__fixtures__/datadog.json';
import template from './__fixtures__/template.json';
import { datadogPayloadSchema } from './datadogPayload';
import { datadogSource } from './datadogSource';
import { datadogTitle } from './datadogTitle';

const RECEIVED_AT = '2026-11-22T12:00:00.000Z';

const eventOf = (body: JsonObject, config: JsonObject = {}) => {
  const { events } = datadogSource
    .create(new ConfigReader({ insecure: true, ...config }))
    .normalise({ headers: {}, body, receivedAt: RECEIVED_AT });
  return JSON.parse(JSON.stringify(events![0]));
};

describe('the Datadog source', () => {
  it('reads what our template makes', () => {
    expect(eventOf(fixture)).toEqual({
      incidentKey: '8812345678901234567',
      occurredAt: '2026-11-22T11:00:00.000Z',
      patch: {
        status: 'triggered',
        title: '[shop] Checkout answers slowly',
        description: 'The 95th percentile is above 2 s.',
        severity: 'error',
        priority: 'P2',
        service: 'checkout',
        team: 'payments,platform',
        url: 'https://app.datadoghq.example/monitors/1234',
        labels: {
          env: 'prod',
          host: 'web-1',
          monitor: '',
          service: 'checkout',
          team: 'payments,platform',
          url: 'https://a.example',
        },
        metadata: {
          alertId: '1234',
          transition: 'Re-Triggered',
          scope: 'host:web-1',
          query: fixture.query,
          hostname: 'web-1',
          organization: 'Acme',
        },
      },
    });
  });

  it('documents the template that it reads, and no field that it does not', () => {
    const page = readFileSync(
      resolve(__dirname, '../../../../../../docs/sources/datadog.md'),
      'utf8',
    );
    const [, documented] = /```json\s+(\{[^`]*"cycle_key"[^`]*\})\s+```/.exec(
      page,
    )!;
    expect(JSON.parse(documented)).toEqual(template);
    expect(Object.keys(datadogPayloadSchema.shape)).toEqual(
      expect.arrayContaining(Object.keys(template)),
    );
    expect(Object.keys(fixture)).toEqual(Object.keys(template));
  });

  it.each([
    ['Triggered', 'triggered'],
    ['Warn', 'triggered'],
    ['No Data', 'triggered'],
    ['Renotify', 'triggered'],
    ['Recovered', 'resolved'],
  ])('takes %s for %s', (transition, status) => {
    expect(eventOf({ ...fixture, transition }).patch.status).toBe(status);
  });

  it('leaves out the type of a recovery, which is no severity', () => {
    const { severity } = eventOf({
      ...fixture,
      transition: 'Recovered',
      alert_type: 'success',
    }).patch;
    expect(severity).toBeUndefined();
  });

  it('takes the next best key for one that Datadog left out', () => {
    const keyOf = (body: JsonObject) =>
      eventOf({ ...fixture, ...body }).incidentKey;
    expect(keyOf({ cycle_key: '' })).toBe(fixture.aggregation_key);
    expect(keyOf({ cycle_key: 'null', aggregation_key: '$AGGREG_KEY' })).toBe(
      '1234:host:web-1',
    );
  });

  it('finds the entity by a tag', () => {
    expect(eventOf(fixture, { entityLabel: 'service' }).entityRef).toBe(
      'checkout',
    );
  });

  it.each<[string, JsonObject]>([
    ['transition: is missing', { transition: 'null' }],
    ["transition: 'Snoozed' is not known", { transition: 'Snoozed' }],
    ["date: 'today' is not a time", { date: 'today' }],
    [
      'cycle_key: is missing',
      { cycle_key: null, aggregation_key: null, alert_id: null },
    ],
  ])('names the place of what is wrong: %s', (message, wrong) => {
    expect(() => eventOf({ ...fixture, ...wrong })).toThrow(message);
  });

  it.each([
    ['[Triggered] CPU', 'CPU'],
    ['[P4] [Recovered] [TEST] CPU', '[TEST] CPU'],
    ['[No Data on {host:a,env:b}] CPU', 'CPU'],
    ['[Warn for {host:a}] [P1] CPU', 'CPU'],
    ['[Trigger] CPU', '[Trigger] CPU'],
    ['[Recovered]', '[Recovered]'],
  ])('makes of the title %s: %s', (title, expected) => {
    expect(datadogTitle(title)).toBe(expected);
  });
});
