import { testPublishedDeliveries } from '../__testUtils__/golden';
import { alertmanagerSource } from './alertmanagerSource';

/** Of a format without fingerprints: a digest of the labels. */
const DERIVED_KEY: string = expect.stringMatching(/^[0-9a-f]{16}$/);

const HEADERS_OF_A_DELIVERY = 'the headers that a delivery came with';

const FIREHYDRANT_LABELS = { label1: 'value1', label2: 'value2' };

const ZULIP_URL =
  'http://cobalt:9090/graph?g0.expr=avg+by%28host%29+%28sensors_temp_input%7Bfeature%3D~%22core_%5B0-9%5D%2B%22%7D%29+%3E+15&g0.tab=1';

const ZULIP_LABELS = {
  alertname: 'High CPU Temperature',
  host: 'andromeda',
  severity: 'critical',
};

testPublishedDeliveries({
  folder: 'alertmanager',
  type: alertmanagerSource,
  expected: {
    'alerta_prometheus_v3_alert.json': {
      events: [
        {
          incidentKey: DERIVED_KEY,
          occurredAt: '2016-08-01T10:27:08.008Z',
          patch: {
            status: 'triggered',
            title: 'Connect fail',
            description: 'Connect to host2 fails',
            severity: 'critical',
            service: 'System',
            url: 'http://prometheus.host:9090/...',
            labels: {
              __name__: 'ping_success',
              alertname: 'failedConnect',
              environment: 'Production',
              instance: 'host2',
              job: 'pinger',
              monitor: 'testlab',
              service: 'System',
              severity: 'critical',
              timeout: '600',
            },
            // A number beyond 2^53: its digits are kept.
            metadata: { groupKey: '5615590933959184469', receiver: 'alerta' },
          },
        },
      ],
    },
    'alerta_prometheus_v4_alert.json': {
      events: [
        {
          incidentKey: DERIVED_KEY,
          occurredAt: '2017-08-03T19:17:37.804Z',
          patch: {
            status: 'triggered',
            title: 'No things for over 10 minutes',
            description:
              'No things have been recorded for over 10 minutes. Something terrible is happening.',
            severity: 'critical',
            url: 'http://somehost:9090/graph?g0.expr=sum%28irate%28messages_received_total%5B5m%5D%29%29+%3D%3D+0&g0.tab=0',
            labels: { alertname: 'thing_dead', severity: 'critical' },
            metadata: { groupKey: '{}:{alertname=thing_dead}' },
          },
        },
      ],
    },
    'debian0.25_resolved_grouped.headers.json': {
      notADelivery: HEADERS_OF_A_DELIVERY,
    },
    'debian0.25_resolved_grouped.json': {
      events: [
        {
          incidentKey: 'fd945d28b1b2c6f8',
          occurredAt: '2026-11-22T17:51:06.000Z',
          patch: {
            status: 'resolved',
            title: '5xx ratio above 5%',
            severity: 'critical',
            service: 'checkout',
            team: 'payments',
            url: 'http://prometheus.example/graph?g0.expr=rate',
            labels: {
              alertname: 'HighErrorRate',
              instance: 'api-1:8080',
              service: 'checkout',
              severity: 'critical',
              team: 'payments',
            },
            metadata: {
              annotations: {
                runbook_url: 'https://runbooks.example/high-error-rate',
                summary: '5xx ratio above 5%',
              },
              groupKey: '{}:{alertname="HighErrorRate", service="checkout"}',
              receiver: 'capture',
            },
          },
        },
        {
          incidentKey: '2bf85eb822bd39ea',
          occurredAt: '2026-11-22T17:51:06.000Z',
          patch: {
            status: 'resolved',
            title: '5xx ratio above 2% – überprüfen 🚨',
            severity: 'warning',
            service: 'checkout',
            team: 'payments',
            url: 'http://alertmanager.example:9093',
            labels: {
              alertname: 'HighErrorRate',
              instance: 'api-2:8080',
              service: 'checkout',
              severity: 'warning',
              team: 'payments',
            },
          },
        },
      ],
    },
    // Two alerts of one fingerprint, which a real Alertmanager does not send: one incident.
    'fh_multi-open.json': {
      events: [
        {
          incidentKey: '28295wtbgwyrgb8731',
          occurredAt: '2023-12-18T07:20:50.520Z',
          patch: {
            status: 'triggered',
            title: 'This is a test alertmanager alert',
            description:
              'This is a longer description of a test alertmanager alert',
            url: 'https://test-alermanager.io/generator',
            labels: FIREHYDRANT_LABELS,
          },
        },
        {
          incidentKey: '28295wtbgwyrgb8731',
          occurredAt: '2023-12-18T07:20:50.520Z',
          patch: {
            status: 'triggered',
            title: 'This is another test alertmanager alert',
            description:
              'This is a longer description of another test alertmanager alert',
            url: 'https://test-alermanager.io/generator',
            labels: FIREHYDRANT_LABELS,
          },
        },
      ],
    },
    'fh_single-open.json': {
      events: [
        {
          incidentKey: '28295wtbgwyrgb8731',
          occurredAt: '2023-12-18T07:20:50.520Z',
          patch: {
            status: 'triggered',
            title: 'This is a test alertmanager alert',
            description:
              'This is a longer description of a test alertmanager alert',
            url: 'https://test-alermanager.io/generator',
            labels: FIREHYDRANT_LABELS,
            metadata: { groupKey: '123456789', receiver: 'Receiver String' },
          },
        },
      ],
    },
    'oncall_example_alertmanager.json': {
      events: [
        {
          incidentKey: 'f404ecabc8dd5cd7',
          occurredAt: '2023-06-12T08:24:38.326Z',
          patch: {
            status: 'triggered',
            title: 'Instance localhost:8081 down',
            description:
              'localhost:8081 of job node has been down for more than 1 minute.',
            severity: 'critical',
            labels: {
              job: 'node',
              group: 'production',
              instance: 'localhost:8081',
              severity: 'critical',
              alertname: 'InstanceDown',
            },
          },
        },
        {
          incidentKey: 'f8f08d4e32c61a9d',
          occurredAt: '2023-06-12T08:24:38.326Z',
          patch: {
            status: 'triggered',
            title: 'Instance localhost:8082 down',
            description:
              'localhost:8082 of job node has been down for more than 1 minute.',
            severity: 'critical',
            labels: {
              job: 'node',
              group: 'canary',
              instance: 'localhost:8082',
              severity: 'critical',
              alertname: 'InstanceDown',
            },
          },
        },
      ],
    },
    'zulip_alert.json': {
      events: [
        {
          incidentKey: 'a1bc48475b20e73d',
          occurredAt: '2020-02-06T00:17:58.432Z',
          patch: {
            status: 'triggered',
            title: 'High CPU core temperature',
            description: 'CPU core temperature is 34.75C',
            severity: 'critical',
            url: ZULIP_URL,
            labels: ZULIP_LABELS,
          },
        },
        {
          incidentKey: 'c2ea85182f28cbd9',
          occurredAt: '2020-02-06T00:17:58.432Z',
          patch: {
            status: 'triggered',
            title: 'High CPU core temperature',
            description: 'CPU core temperature is 17.625C',
            severity: 'critical',
            url: ZULIP_URL,
            labels: ZULIP_LABELS,
          },
        },
      ],
    },
    // It leaves the end open although it is over, so that it ended when it arrived.
    'zulip_single_alert.json': {
      events: [
        {
          incidentKey: 'a1bc48475b20e73d',
          occurredAt: '2026-11-22T12:00:00.000Z',
          patch: {
            status: 'resolved',
            title: 'High CPU core temperature',
            description: 'CPU core temperature is 34.75C',
            severity: 'critical',
            url: ZULIP_URL,
            labels: ZULIP_LABELS,
          },
        },
      ],
    },
  },
});

testPublishedDeliveries({
  folder: 'alertmanager',
  type: alertmanagerSource,
  config: { incidentPer: 'group' },
  expected: {
    'alerta_prometheus_v3_alert.json': {
      events: [
        {
          incidentKey: '5615590933959184469',
          occurredAt: '2016-08-01T10:27:08.008Z',
          patch: {
            status: 'triggered',
            title: 'Connect fail',
            severity: 'critical',
            service: 'System',
            url: 'http://alertmanager.host:9093',
            labels: expect.objectContaining({ job: 'pinger' }),
          },
        },
      ],
    },
    'alerta_prometheus_v4_alert.json': {
      events: [
        {
          incidentKey: '{}:{alertname=thing_dead}',
          occurredAt: '2017-08-03T19:17:37.804Z',
          patch: {
            status: 'triggered',
            title: 'No things for over 10 minutes',
            description:
              'No things have been recorded for over 10 minutes. Something terrible is happening.',
            severity: 'critical',
            url: 'http://somehost:9093',
            labels: { alertname: 'thing_dead' },
          },
        },
      ],
    },
    'debian0.25_resolved_grouped.headers.json': {
      notADelivery: HEADERS_OF_A_DELIVERY,
    },
    // Both are over: nothing is severe any more.
    'debian0.25_resolved_grouped.json': {
      events: [
        {
          incidentKey: '{}:{alertname="HighErrorRate", service="checkout"}',
          occurredAt: '2026-11-22T17:51:06.000Z',
          patch: {
            status: 'resolved',
            title: 'HighErrorRate',
            service: 'checkout',
            team: 'payments',
            url: 'http://alertmanager.example:9093',
            labels: {
              alertname: 'HighErrorRate',
              service: 'checkout',
              team: 'payments',
            },
            metadata: {
              alerts: [
                expect.objectContaining({ fingerprint: 'fd945d28b1b2c6f8' }),
                expect.objectContaining({ fingerprint: '2bf85eb822bd39ea' }),
              ],
            },
          },
        },
      ],
    },
    'fh_multi-open.json': {
      events: [
        {
          incidentKey: '123456789',
          occurredAt: '2023-12-18T07:20:50.520Z',
          patch: {
            status: 'triggered',
            title: 'This is a test alertmanager alert',
            url: 'https://test-alermanager.io',
            labels: { commonLabel1: 'value1', commonLabel2: 'value2' },
          },
        },
      ],
    },
    'fh_single-open.json': {
      events: [
        {
          incidentKey: '123456789',
          occurredAt: '2023-12-18T07:20:50.520Z',
          patch: {
            status: 'triggered',
            title: 'This is a test alertmanager alert',
            url: 'https://test-alermanager.io',
            labels: { commonLabel1: 'value1', commonLabel2: 'value2' },
          },
        },
      ],
    },
    'oncall_example_alertmanager.json': {
      events: [
        {
          incidentKey: '{}:{alertname="InstanceDown"}',
          occurredAt: '2023-06-12T08:24:38.326Z',
          patch: {
            status: 'triggered',
            title: 'InstanceDown',
            severity: 'critical',
            labels: {
              job: 'node',
              severity: 'critical',
              alertname: 'InstanceDown',
            },
          },
        },
      ],
    },
    'zulip_alert.json': {
      events: [
        {
          incidentKey: '{}/{}:{}',
          occurredAt: '2020-02-06T00:17:58.432Z',
          patch: {
            status: 'triggered',
            title: 'High CPU core temperature',
            severity: 'critical',
            url: 'http://ops1:9093',
            labels: { alertname: 'High CPU Temperature', severity: 'critical' },
          },
        },
      ],
    },
    'zulip_single_alert.json': {
      events: [
        {
          incidentKey: '{}/{}:{}',
          occurredAt: '2026-11-22T12:00:00.000Z',
          patch: {
            status: 'resolved',
            title: 'High CPU core temperature',
            url: 'http://ops1:9093',
            labels: { alertname: 'High CPU Temperature', severity: 'critical' },
          },
        },
      ],
    },
  },
});

const HEADERS = { notADelivery: HEADERS_OF_A_DELIVERY };
const TO_OPSGENIE = {
  notADelivery:
    "what Alertmanager asks of Opsgenie's API; Opsgenie's own webhook is what is posted to us",
};
const TO_PAGERDUTY = {
  notADelivery:
    "an event for PagerDuty's Events API; PagerDuty's own webhook is what is posted to us",
};
const TO_SLACK = { notADelivery: 'a message for Slack, for people to read' };
const TO_VICTOROPS = {
  notADelivery: "an alert for Splunk On-Call's REST endpoint",
};

testPublishedDeliveries({
  folder: 'alertmanager-as-client',
  type: alertmanagerSource,
  expected: {
    'email.1.smtp': { notADelivery: 'a mail' },
    'opsgenie_create_alert.grouped.headers.json': HEADERS,
    'opsgenie_create_alert.grouped.json': TO_OPSGENIE,
    'opsgenie_create_alert.single.headers.json': HEADERS,
    'opsgenie_create_alert.single.json': TO_OPSGENIE,
    'pagerduty_events_v2_trigger.grouped.headers.json': HEADERS,
    'pagerduty_events_v2_trigger.grouped.json': TO_PAGERDUTY,
    'pagerduty_events_v2_trigger.single.headers.json': HEADERS,
    'pagerduty_events_v2_trigger.single.json': TO_PAGERDUTY,
    'slack_incoming_webhook.grouped.headers.json': HEADERS,
    'slack_incoming_webhook.grouped.json': TO_SLACK,
    'slack_incoming_webhook.single.headers.json': HEADERS,
    'slack_incoming_webhook.single.json': TO_SLACK,
    'victorops_rest_alert.grouped.headers.json': HEADERS,
    'victorops_rest_alert.grouped.json': TO_VICTOROPS,
    'webhook_max_alerts_1.grouped.headers.json': HEADERS,
    // One of the two alerts, because of max_alerts.
    'webhook_max_alerts_1.grouped.json': {
      events: [
        {
          incidentKey: 'fd945d28b1b2c6f8',
          occurredAt: '2026-11-22T17:53:01.000Z',
          patch: {
            status: 'triggered',
            title: '5xx ratio above 5%',
            severity: 'critical',
            service: 'checkout',
            team: 'payments',
            url: 'http://prometheus.example/graph?g0.expr=rate',
            labels: {
              alertname: 'HighErrorRate',
              instance: 'api-1:8080',
              service: 'checkout',
              severity: 'critical',
              team: 'payments',
            },
            metadata: { receiver: 'all' },
          },
        },
      ],
    },
    'webhook_max_alerts_1.single.headers.json': HEADERS,
    'webhook_max_alerts_1.single.json': {
      events: [
        {
          incidentKey: '5010f8b067c21031',
          occurredAt: '2026-11-22T17:53:01.000Z',
          patch: {
            status: 'triggered',
            title: 'DiskFull',
            description: '/var/lib at 98%',
            severity: 'critical',
            service: 'db',
            url: 'http://alertmanager.example:9093',
            labels: {
              alertname: 'DiskFull',
              instance: 'pg-1',
              service: 'db',
              severity: 'critical',
            },
          },
        },
      ],
    },
  },
});
