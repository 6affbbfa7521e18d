import type { JsonObject, JsonValue } from '@backstage/types';
import type { SourceRequest } from 'backstage-plugin-workflows-node';
import { testIncidentSource } from 'backstage-plugin-workflows-node/testUtils';
import { createHmac } from 'node:crypto';
import alertmanager from './alertmanager/__fixtures__/alertmanager.json';
import { builtInSources } from './builtInSources';
import cloudevent from './cloudevents/__fixtures__/cloudevent.json';
import datadog from './datadog/__fixtures__/datadog.json';
import alarms from './generic/__fixtures__/generic.json';
import grafana from './grafana/__fixtures__/grafana.json';
import incidentIo from './incident-io/__fixtures__/status-updated.json';
import jiraServiceManagement from './jira-service-management/__fixtures__/close.json';
import opsgenie from './opsgenie/__fixtures__/create.json';
import pagerduty from './pagerduty/__fixtures__/triggered.json';
import sentry from './sentry/__fixtures__/issue-created.json';

const SECRET = 'a secret of the contract tests';
const TOKENS = { tokens: ['another-token', 'token-of-the-tests'] };

const token = () => ({ authorization: 'Bearer token-of-the-tests' });

const hmac = (content: string | Buffer) =>
  createHmac('sha256', SECRET).update(content);

const seconds = ({ receivedAt }: SourceRequest) =>
  String(Date.parse(receivedAt) / 1_000);

type Contract = Omit<Parameters<typeof testIncidentSource>[0], 'type'>;

const CLOUDEVENTS = {
  ...TOKENS,
  fields: { incidentKey: 'subject', title: 'data.what' },
};

/** By type; a type may have several. */
const CONTRACTS: Record<string, Contract[]> = {
  alertmanager: ['alert', 'group', { labels: ['queue'] }].map(incidentPer => ({
    config: { ...TOKENS, incidentPer },
    credentials: token,
    deliveries: {
      firing: { body: alertmanager },
      over: { body: withAlert(alertmanager, { status: 'resolved' }) },
      'without alerts': { body: { ...alertmanager, alerts: [] } },
    },
  })),
  cloudevents: [
    {
      config: CLOUDEVENTS,
      credentials: token,
      deliveries: {
        one: { body: cloudevent },
        batch: { body: [cloudevent, { ...cloudevent, id: 'evt-18' }] },
        binary: {
          body: { what: 'Lights are out' },
          headers: {
            'ce-specversion': '1.0',
            'ce-id': 'b',
            'ce-source': '/bonn',
            'ce-type': 'example.outage',
            'ce-subject': 'outages/43',
          },
        },
      },
    },
  ],
  datadog: [
    {
      config: TOKENS,
      credentials: token,
      deliveries: {
        triggered: { body: datadog },
        recovered: { body: { ...datadog, transition: 'Recovered' } },
      },
    },
  ],
  generic: [
    {
      config: {
        secrets: ['older', SECRET],
        signature: { header: 'X-Signature', encoding: 'base64' },
        events: 'data.alarms',
        ignore: [{ field: 'state', value: 'TEST' }],
        fields: {
          incidentKey: 'number',
          title: 'text',
          status: 'state',
          service: 'machine.name',
          occurredAt: 'since',
        },
        labels: { site: '$.site' },
        metadata: { machine: 'machine' },
        statuses: { raised: 'triggered', gone: 'resolved' },
        escalated: [{ field: 'pages', operator: 'gt', value: 1 }],
        times: { format: 'dd.MM.yyyy HH:mm:ss', zone: 'Europe/Berlin' },
      },
      credentials: ({ rawBody }) => ({
        'x-signature': hmac(rawBody).digest('base64'),
      }),
      deliveries: {
        alarms: { body: alarms },
        none: { body: { ...alarms, data: { alarms: [] } } },
      },
    },
  ],
  grafana: [
    {
      config: { ...TOKENS },
      credentials: token,
      deliveries: {
        firing: { body: grafana },
        over: { body: withAlert(grafana, { status: 'resolved' }) },
      },
    },
    {
      config: { secrets: [SECRET, 'older'], timestampHeader: 'X-Signed-At' },
      credentials: request => ({
        'x-signed-at': seconds(request),
        'x-grafana-alerting-signature': hmac(
          `${seconds(request)}:${request.rawBody}`,
        ).digest('hex'),
      }),
      deliveries: {
        firing: { body: grafana },
        // Of alerts of dashboards a copy is only known for a minute.
        over: { body: withAlert(grafana, { status: 'resolved' }) },
      },
    },
  ],
  'incident-io': [
    {
      config: { secrets: [`whsec_${btoa('older')}`, `whsec_${btoa(SECRET)}`] },
      credentials: request => ({
        'webhook-timestamp': seconds(request),
        'webhook-signature': `v1,${hmac(
          `${request.headers['webhook-id']}.${seconds(request)}.${
            request.rawBody
          }`,
        ).digest('base64')}`,
      }),
      deliveries: {
        updated: { body: incidentIo, headers: { 'webhook-id': 'msg_1' } },
        again: { body: incidentIo, headers: { 'webhook-id': 'msg_2' } },
      },
    },
  ],
  'jira-service-management': [
    {
      config: TOKENS,
      credentials: token,
      deliveries: {
        closed: { body: jiraServiceManagement },
        opened: { body: { ...jiraServiceManagement, action: 'Create' } },
      },
    },
  ],
  opsgenie: [
    {
      config: TOKENS,
      credentials: token,
      deliveries: {
        created: { body: opsgenie },
        closed: { body: { ...opsgenie, action: 'Close' } },
      },
    },
  ],
  pagerduty: [
    {
      config: { secrets: ['older', SECRET] },
      credentials: ({ rawBody }) => ({
        'x-pagerduty-signature': `v1=${hmac(rawBody).digest('hex')}`,
      }),
      deliveries: {
        triggered: { body: pagerduty, headers: { 'x-webhook-id': '1' } },
        again: { body: pagerduty, headers: { 'x-webhook-id': '2' } },
        odd: { body: { event: { event_type: 'pagey.ping', data: {} } } },
      },
    },
  ],
  sentry: [
    {
      config: { secrets: ['older', SECRET] },
      credentials: ({ rawBody }) => ({
        'sentry-hook-signature': hmac(rawBody).digest('hex'),
      }),
      deliveries: {
        created: { body: sentry, headers: { 'request-id': '1' } },
        again: { body: sentry, headers: { 'request-id': '2' } },
        resolved: {
          body: { ...sentry, action: 'resolved' },
          headers: { 'sentry-hook-timestamp': '1795341600' },
        },
      },
    },
  ],
};

function withAlert(
  body: { alerts: JsonValue[] } & JsonObject,
  change: JsonObject,
): JsonObject {
  const [first, ...others] = body.alerts as JsonObject[];
  return { ...body, alerts: [{ ...first, ...change }, ...others] };
}

it('holds for every kind of sender that is built in', () => {
  expect(Object.keys(CONTRACTS).sort()).toEqual(
    builtInSources.map(({ type }) => type).sort(),
  );
});

describe.each(builtInSources)('$type', type => {
  for (const contract of CONTRACTS[type.type] ?? []) {
    testIncidentSource({ type, ...contract });
  }
});
