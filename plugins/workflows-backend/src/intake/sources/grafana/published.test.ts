import { testPublishedDeliveries } from '../__testUtils__/golden';
import { grafanaSource } from './grafanaSource';

/** Of a format without fingerprints: a digest of the labels. */
const DERIVED_KEY: string = expect.stringMatching(/^[0-9a-f]{16}$/);

/** Alerts of dashboards say no time: they happened when they arrived. */
const ARRIVAL = '2026-11-22T12:00:00.000Z';

const MEMORY_PANEL =
  'https://play.grafana.org/d/ece9fb32-7f71-4be9-bd94-2f23608ae5b9?orgId=1&viewPanel=2';

testPublishedDeliveries({
  folder: 'grafana',
  type: grafanaSource,
  expected: {
    'alerta_grafana_6.json': {
      events: [
        {
          incidentKey: 'rule:58',
          occurredAt: ARRIVAL,
          patch: {
            status: 'triggered',
            title: 'Testing -> Battery Voltage alert',
            description:
              'Battery Voltage dropped below 23.7 Volts, please investigate',
            severity: 'warning',
            service: 'Physical',
            url: 'https://grafana.logreposit.com/d/Rs6E_oHWk/playground?fullscreen&edit&tab=alert&panelId=2&orgId=1',
            labels: {
              enabled: 'true',
              relay: '7',
              'on-alerting': 'relay-on',
              'on-ok': 'ignore',
              environment: 'Staging',
              severity: 'warning',
              service: 'Physical',
              group: 'BatteryPower',
            },
          },
        },
      ],
    },
    'alerta_grafana_alert_ok.json': {
      events: [
        {
          incidentKey: 'rule:7',
          occurredAt: ARRIVAL,
          patch: {
            status: 'resolved',
            title: 'Zeta CPU alert',
            description: 'boom!',
            url: 'https://grafana.domain.tld/dashboard/db/alarms?fullscreen&edit&tab=alert&panelId=1&orgId=1',
          },
        },
      ],
    },
    'fh_open.json': {
      events: [
        {
          incidentKey: 'c6eadffa33fcdf37',
          occurredAt: '2021-10-12T07:51:03.157Z',
          patch: {
            status: 'triggered',
            title: 'This alert was triggered for zone us-1',
            description: 'The system has high memory usage',
            team: 'blue',
            url: 'https://play.grafana.org/alerting/1afz29v7z/edit',
            labels: {
              alertname: 'High memory usage',
              team: 'blue',
              zone: 'us-1',
            },
            metadata: {
              groupKey: 'test-z7uoJoZ83dFLVgPe-eV5moHMhV7xN',
              receiver: 'My Super Webhook',
              silenceURL:
                'https://play.grafana.org/alerting/silence/new?alertmanager=grafana&matchers=alertname%3DT2%2Cteam%3Dblue%2Czone%3Dus-1',
              values: { B: 44.23943737541908, C: 1 },
            },
          },
        },
        {
          incidentKey: 'bc97ff14869b13e3',
          occurredAt: '2021-10-12T07:56:03.157Z',
          patch: {
            status: 'triggered',
            title: 'This alert was triggered for zone eu-1',
            description: 'The system has high CPU usage',
            team: 'blue',
            url: 'https://play.grafana.org/alerting/d1rdpdv7k/edit',
            labels: { alertname: 'High CPU usage', team: 'blue', zone: 'eu-1' },
          },
        },
      ],
    },
    'oncall_example_grafana.json': {
      events: [
        {
          incidentKey: DERIVED_KEY,
          occurredAt: '2018-12-25T15:47:47.377Z',
          patch: {
            status: 'triggered',
            title: 'TestAlert',
            description:
              'This alert was sent by user for demonstration purposes',
            url: 'http://f1d1ef51d710:9093',
            labels: { alertname: 'TestAlert', region: 'eu-1' },
            metadata: { groupKey: '{}:{}', receiver: 'amixr' },
          },
        },
      ],
    },
    // The alert has no name of its own; the summary is a better title anyway.
    'zulip_alert_no_alertname_v11.json': {
      events: [
        {
          incidentKey: 'e6349a25f5ef0e9e',
          occurredAt: '2024-03-01T02:09:00.000Z',
          patch: {
            status: 'triggered',
            title: 'High memory usage',
            url: MEMORY_PANEL,
            labels: { debug: 'true', grafana_folder: 'device' },
            metadata: {
              values: { A: 2473545728, B: 0, C: 1, minute: 9 },
              imageURL: 'https://grafana.com/assets/img/blog/mixed_styles.png',
            },
          },
        },
      ],
    },
    'zulip_alert_ok_v7.json': {
      events: [
        {
          incidentKey: 'rule:0',
          occurredAt: ARRIVAL,
          patch: {
            status: 'resolved',
            title: 'Test rule',
            description:
              'Someone is testing the alert notification within grafana.',
            url: 'http://localhost:3000/',
            metadata: {
              imageURL: 'https://grafana.com/assets/img/blog/mixed_styles.png',
            },
          },
        },
      ],
    },
    'zulip_alert_paused_v7.json': { ignored: 'The rule was paused' },
    'zulip_alert_pending_v7.json': { ignored: 'The rule is pending' },
    'zulip_alert_v8.json': {
      events: [
        {
          incidentKey: '57c6d9296de2ad39',
          occurredAt: '2022-08-31T10:30:00.522Z',
          patch: {
            status: 'resolved',
            title: 'Notification test',
            url: 'https://zuliptestingwh2.grafana.net/',
            labels: { alertname: 'TestAlert', instance: 'Grafana' },
            metadata: {
              valueString: "[ metric='foo' labels={instance=bar} value=10 ]",
            },
          },
        },
      ],
    },
    'zulip_alert_values_v11.json': {
      events: [
        {
          incidentKey: 'e6349a25f5ef0e9e',
          occurredAt: '2024-03-01T02:09:00.000Z',
          patch: {
            status: 'triggered',
            title: 'High memory usage',
            url: MEMORY_PANEL,
            labels: {
              alertname: 'Memory (copy)',
              debug: 'true',
              grafana_folder: 'device',
            },
          },
        },
      ],
    },
    'zulip_no_data_alert_v7.json': {
      events: [
        {
          incidentKey: 'rule:3',
          occurredAt: ARRIVAL,
          patch: {
            status: 'triggered',
            title: 'No Data alert',
            description: 'The panel has no data.',
            url: 'http://localhost:3000/d/GG2qhR3Wz/alerttest?fullscreen&edit&tab=alert&panelId=6&orgId=1',
          },
        },
      ],
    },
    'zulip_no_message_alert_v7.json': {
      events: [
        {
          incidentKey: 'rule:4',
          occurredAt: ARRIVAL,
          patch: {
            status: 'triggered',
            title: 'No Message alert',
            url: 'http://localhost:3000/d/GG2qhR3Wz/alerttest?fullscreen&edit&tab=alert&panelId=8&orgId=1',
          },
        },
      ],
    },
  },
});
