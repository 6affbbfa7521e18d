import { ConfigReader } from '@backstage/config';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  type IncidentEvent,
  foldIncident,
  incidentEventSchema,
} from 'backstage-plugin-workflows-common';
import fixture from './__fixtures__/alertmanager.json';
import { alertmanagerSource } from './alertmanagerSource';

const RECEIVED_AT = '2026-11-22T12:00:00.000Z';

function create(config: JsonObject = {}) {
  return alertmanagerSource.create(
    new ConfigReader({ insecure: true, ...config }),
  );
}

function eventsOf(body: JsonValue, config?: JsonObject): IncidentEvent[] {
  const { events } = create(config).normalise({
    headers: {},
    body,
    receivedAt: RECEIVED_AT,
  });
  // As they are kept.
  return JSON.parse(JSON.stringify(events));
}

/** What deliveries of these alerts say together. */
function foldOf(deliveries: JsonObject[][], config?: JsonObject) {
  return foldIncident(
    deliveries.flatMap((alerts, delivery) =>
      eventsOf({ groupKey: 'g', alerts }, config).map((event, index) => ({
        ...event,
        orderKey: `${delivery}:${index}`,
      })),
    ),
  );
}

const alert = {
  status: 'firing',
  labels: { alertname: 'A', b: '1' },
  startsAt: '2026-11-22T10:00:00Z',
};

describe('the Alertmanager source', () => {
  it('makes an event of each alert', () => {
    const events = eventsOf(fixture);
    expect(events).toEqual([
      {
        incidentKey: '0123456789abcdef',
        occurredAt: '2026-11-20T07:15:30.123Z',
        entityRef: 'component:default/billing',
        patch: {
          status: 'triggered',
          title: 'Invoices pile up',
          description: '4,211 invoices wait for more than ten minutes.',
          severity: 'warning',
          priority: 'P3',
          service: 'billing',
          team: 'finance',
          url: 'http://prometheus.example/graph?g0.expr=queue_length',
          labels: fixture.alerts[0].labels,
          metadata: {
            annotations: fixture.alerts[0].annotations,
            groupKey: '{}:{alertname="QueueBacklog"}',
            receiver: 'portal',
          },
        },
      },
      {
        incidentKey: 'fedcba9876543210',
        occurredAt: '2026-11-20T07:20:00.000Z',
        patch: {
          status: 'resolved',
          title: 'QueueBacklog',
          severity: 'critical',
          service: 'billing',
          team: 'finance',
          url: 'http://alertmanager.example',
          labels: fixture.alerts[1].labels,
          metadata: {
            annotations: {},
            groupKey: '{}:{alertname="QueueBacklog"}',
            receiver: 'portal',
          },
        },
      },
    ]);
    events.forEach(event => incidentEventSchema.parse(event));
  });

  it('makes one incident of a group, as severe as the worst that fires', () => {
    const [event, later] = eventsOf(fixture, { incidentPer: 'group' });
    expect(event).toMatchObject({
      incidentKey: '{}:{alertname="QueueBacklog"}',
      occurredAt: '2026-11-20T07:15:30.123Z',
      entityRef: 'component:default/billing',
      patch: {
        status: 'triggered',
        title: 'QueueBacklog',
        severity: 'warning',
        service: 'billing',
        team: 'finance',
        url: 'http://alertmanager.example',
        labels: fixture.commonLabels,
        metadata: {
          alerts: [
            { fingerprint: '0123456789abcdef', status: 'firing' },
            { fingerprint: 'fedcba9876543210', status: 'resolved' },
          ],
        },
      },
    });
    incidentEventSchema.parse(event);
    // The end of the other alert tells what is left, and nothing of the status.
    const { status: _, ...fields } = event.patch;
    expect(later).toEqual({
      ...event,
      occurredAt: '2026-11-20T07:20:00.000Z',
      patch: fields,
    });
  });

  it('closes a group whose last alert ended before another, and was reported after it', () => {
    const at = (second: number) => `2026-11-22T10:05:0${second}.000Z`;
    const a = { ...alert, labels: { alertname: 'A' } };
    const b = { ...alert, labels: { alertname: 'B' } };
    const deliveries = [
      [a, b],
      [{ ...a, status: 'resolved', endsAt: at(5) }, b],
      [{ ...b, status: 'resolved', endsAt: at(3) }],
    ];
    expect(foldOf(deliveries, { incidentPer: 'group' })).toMatchObject({
      status: 'resolved',
      episode: 1,
    });
  });

  it('does not take a group for over while alerts of it are left out', () => {
    const alerts = [{ ...alert, status: 'resolved' }];
    const [{ patch }] = eventsOf(
      { groupKey: 'g', truncatedAlerts: 1, alerts },
      { incidentPer: 'group' },
    );
    expect(patch.status).toBeUndefined();
  });

  it('makes one incident of the alerts of a group that have the same labels', () => {
    const of = (service: string, queue: string, status = 'firing') => ({
      ...alert,
      status,
      endsAt: '2026-11-22T10:05:00Z',
      labels: { alertname: 'A', service, queue },
    });
    const events = eventsOf(
      {
        groupKey: '{}:{alertname="A"}',
        groupLabels: { alertname: 'A' },
        commonLabels: { alertname: 'A' },
        alerts: [
          of('billing', 'in'),
          of('billing', 'out'),
          of('search', 'in', 'resolved'),
          { ...alert, labels: { alertname: 'A' } },
        ],
      },
      { incidentPer: { labels: ['service'] } },
    );
    expect(
      events.map(({ incidentKey, patch }) => [
        incidentKey,
        patch.status,
        patch.service,
        patch.labels,
      ]),
    ).toEqual([
      [
        '{}:{alertname="A"}:{service="billing"}',
        'triggered',
        'billing',
        { alertname: 'A', service: 'billing' },
      ],
      [
        '{}:{alertname="A"}:{service="search"}',
        'resolved',
        'search',
        { alertname: 'A', service: 'search', queue: 'in' },
      ],
      [
        '{}:{alertname="A"}:{service=""}',
        'triggered',
        undefined,
        { alertname: 'A' },
      ],
    ]);
  });

  it('opens an incident again when its alert fires anew, not by a repeat of its first firing', () => {
    const firing = { ...alert, fingerprint: 'f' };
    const over = {
      ...firing,
      status: 'resolved',
      endsAt: '2026-11-22T10:10:00Z',
    };
    const anew = { ...firing, startsAt: '2026-11-22T10:20:00Z' };
    expect(foldOf([[firing], [over], [firing]])).toMatchObject({
      status: 'resolved',
      episode: 1,
    });
    expect(foldOf([[firing], [anew], [over]])).toMatchObject({
      status: 'triggered',
      episode: 2,
    });
  });

  it('resolves a group when no alert of it fires', () => {
    const alerts = fixture.alerts.map(each => ({
      ...each,
      status: 'resolved',
    }));
    const [{ patch }] = eventsOf(
      { ...fixture, alerts },
      { incidentPer: 'group' },
    );
    expect(patch.status).toBe('resolved');
    expect(patch.severity).toBeUndefined();
  });

  it.each([
    [['warning', 'critical'], 'critical'],
    [['critical', 'warning'], 'critical'],
    [['ours', 'info'], 'info'],
    [['ours', 'also'], 'also'],
    [['SEV2', 'Warning'], 'SEV2'],
  ])('takes the worst of %j', (severities, worst) => {
    const alerts = severities.map(severity => ({
      ...alert,
      labels: { severity },
    }));
    const [{ patch }] = eventsOf(
      { groupKey: 'g', alerts },
      { incidentPer: 'group' },
    );
    expect(patch.severity).toBe(worst);
  });

  it('derives a fingerprint from the labels, in any order', () => {
    const [first] = eventsOf({ alerts: [alert] });
    const [second, other] = eventsOf({
      alerts: [
        { ...alert, labels: { b: '1', alertname: 'A' } },
        { ...alert, labels: { b: '2', alertname: 'A' } },
      ],
    });
    expect(first.incidentKey).toMatch(/^[0-9a-f]{16}$/);
    expect(second.incidentKey).toBe(first.incidentKey);
    expect(other.incidentKey).not.toBe(first.incidentKey);
  });

  it('takes the status of the delivery where an alert has none', () => {
    const { status: _, ...bare } = alert;
    const [{ patch }] = eventsOf({ status: 'resolved', alerts: [bare] });
    expect(patch.status).toBe('resolved');
  });

  it.each([
    ['open', '0001-01-01T00:00:00Z', RECEIVED_AT],
    ['missing', undefined, RECEIVED_AT],
    ['the beginning', '2026-11-22T10:00:00Z', '2026-11-22T10:00:00.001Z'],
  ])(
    'places a resolve whose end is %s after its beginning',
    (_, endsAt, expected) => {
      const resolved = { ...alert, status: 'resolved', endsAt };
      const [event] = eventsOf({ alerts: [resolved] });
      expect(event.occurredAt).toBe(expected);
    },
  );

  it.each([
    [{ labels: { backstage_entity: 'a' } }, {}, 'a'],
    [{ annotations: { 'backstage.io/entity-ref': 'b' } }, {}, 'b'],
    [{ labels: { app: 'c' } }, { entityLabel: 'app' }, 'c'],
    [{ annotations: { app: 'd' } }, { entityLabel: 'app' }, 'd'],
    [{ labels: { backstage_entity: 'e' } }, { entityLabel: 'app' }, undefined],
    [{ labels: {} }, { entityLabel: 'constructor' }, undefined],
  ])('finds the entity in %j with %j', (parts, config, expected) => {
    const [event] = eventsOf({ alerts: [{ ...alert, ...parts }] }, config);
    expect(event.entityRef).toBe(expected);
  });

  it.each<[JsonValue, string, JsonObject]>([
    [{}, 'alerts: ', {}],
    [[], 'the body: ', {}],
    [{ alerts: [{ ...alert, labels: null }] }, 'alerts.0.labels: ', {}],
    [{ alerts: [{ ...alert, startsAt: '1' }] }, 'alerts.0.startsAt: ', {}],
    [
      { alerts: [{ labels: {}, startsAt: alert.startsAt }] },
      'alerts.0.status: ',
      {},
    ],
    [{ alerts: [alert] }, 'groupKey: ', { incidentPer: 'group' }],
  ])('names the place of what is wrong in %j', (body, place, config) => {
    expect(() => eventsOf(body, config)).toThrow(place);
  });

  it('ignores a delivery without alerts', () => {
    expect(
      create().normalise({
        headers: {},
        body: { alerts: [] },
        receivedAt: RECEIVED_AT,
      }),
    ).toEqual({ ignored: 'The delivery holds no alerts' });
  });

  it('tells deliveries apart by their bytes alone', () => {
    const key = (text: string, headers = {}) =>
      create().deliveryKey({
        headers,
        rawBody: Buffer.from(text),
        receivedAt: RECEIVED_AT,
      });
    expect(key('{}', { a: '1' })).toBe(key('{}', { a: '2' }));
    expect(key('{}')).not.toBe(key('{ }'));
  });

  it('refuses an unknown incidentPer', () => {
    expect(() => create({ incidentPer: 'label' })).toThrow(
      "incidentPer must be 'alert', 'group' or { labels: [names] }, found 'label'",
    );
    expect(() => create({ incidentPer: ['a'] })).toThrow("found 'a'");
    expect(() => create({ incidentPer: { labels: [] } })).toThrow(
      'incidentPer.labels must name at least one label',
    );
    expect(() => create({ incidentPer: { label: ['a'] } })).toThrow(
      'incidentPer.labels',
    );
  });
});
