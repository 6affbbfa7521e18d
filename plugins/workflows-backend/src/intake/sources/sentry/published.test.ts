import { testPublishedDeliveries } from '../__testUtils__/golden';
import { sentrySource } from './sentrySource';

/* Written by hand from the files. */

/** Of the deliveries that do not say when, and are read without their headers. */
const ARRIVAL = '2026-11-22T12:00:00.000Z';

/** The issue of the vendor's example app. */
const EXAMPLE = {
  incidentKey: '123',
  entityAnnotations: { 'sentry.io/project-slug': 'ipe' },
  patch: {
    status: 'triggered' as const,
    title: 'Error #1: This is a test error!',
    severity: 'error',
    service: 'ipe',
  },
};

const EXAMPLE_ALERT = {
  incidentKey: '123',
  occurredAt: '2022-04-04T18:17:18.320Z',
  patch: {
    status: 'triggered' as const,
    title: 'Error #1: This is a test error!',
    url: 'https://sentry.io/organizations/lxyz/issues/123/events/def456/',
  },
};

const METRIC = {
  incidentKey: 'metric_alert:789',
  occurredAt: ARRIVAL,
  patch: {
    title: 'metric alert',
    description: '5 events in the last 10 minutes',
  },
};

/** Zulip's project. */
const TESTING = {
  entityAnnotations: {
    'sentry.io/project-slug': 'zulip-integration-testing',
  },
  patch: {
    status: 'triggered' as const,
    service: 'zulip-integration-testing',
  },
};

const issueUrl = (issue: string, event: string) =>
  `https://sentry.io/organizations/hypro999-personal-organization/issues/${issue}/events/${event}/`;

testPublishedDeliveries({
  folder: 'sentry',
  type: sentrySource,
  expected: {
    'example_issue_created_webhook.json': {
      events: [
        {
          ...EXAMPLE,
          occurredAt: '2022-04-04T18:17:18.320Z',
          patch: { ...EXAMPLE.patch, assignee: 'person@example.com' },
        },
      ],
    },
    'example_issue_assigned_webhook.json': {
      headers: { 'sentry-hook-timestamp': '1649096300' },
      events: [
        {
          ...EXAMPLE,
          occurredAt: '2022-04-04T18:18:20.000Z',
          patch: { ...EXAMPLE.patch, assignee: 'person@example.com' },
        },
      ],
    },
    'example_issue_resolved_webhook.json': {
      headers: { 'sentry-hook-timestamp': '1649096400' },
      events: [
        {
          ...EXAMPLE,
          occurredAt: '2022-04-04T18:20:00.000Z',
          patch: {
            ...EXAMPLE.patch,
            status: 'resolved',
            assignee: 'person@example.com',
            metadata: {
              action: 'resolved',
              shortId: 'IPE-1',
              culprit: 'SentryCustomError(frontend/src/util)',
              platform: 'javascript',
              count: '1',
              userCount: '1',
            },
          },
        },
      ],
    },
    'example_event_alert_triggered_webhook.json': {
      events: [
        {
          ...EXAMPLE_ALERT,
          patch: {
            ...EXAMPLE_ALERT.patch,
            metadata: { eventId: 'def456', environment: 'production' },
          },
        },
      ],
    },
    'example_event_alert_triggered_webhook_with_alert_rule_action.json': {
      events: [
        {
          ...EXAMPLE_ALERT,
          patch: {
            ...EXAMPLE_ALERT.patch,
            metadata: { rule: 'issue alert' },
          },
        },
      ],
    },
    'example_metric_alert_critical_webhook.json': {
      headers: { 'sentry-hook-timestamp': '1649096300' },
      events: [
        {
          ...METRIC,
          occurredAt: '2022-04-04T18:18:20.000Z',
          patch: {
            ...METRIC.patch,
            status: 'triggered',
            severity: 'critical',
            metadata: { action: 'critical', rule: 'metric alert' },
          },
        },
      ],
    },
    'example_metric_alert_warning_webhook.json': {
      events: [
        {
          ...METRIC,
          patch: { ...METRIC.patch, status: 'triggered', severity: 'warning' },
        },
      ],
    },
    'example_metric_alert_warning_webhook_with_alert_rule_action.json': {
      events: [
        {
          ...METRIC,
          patch: { ...METRIC.patch, status: 'triggered', severity: 'warning' },
        },
      ],
    },
    'example_metric_alert_resolved_webhook.json': {
      events: [{ ...METRIC, patch: { ...METRIC.patch, status: 'resolved' } }],
    },

    'example_comment_created_webhook.json': {
      headers: { 'sentry-hook-resource': 'comment' },
      ignored: 'comment is about no issue or alert',
    },
    'example_comment_deleted_webhook.json': {
      headers: { 'sentry-hook-resource': 'comment' },
      ignored: 'comment is about no issue or alert',
    },
    'example_installation_created_webhook.json': {
      headers: { 'sentry-hook-resource': 'installation' },
      ignored: 'installation is about no issue or alert',
    },
    'example_installation_deleted_webhook.json': {
      ignored: 'The delivery is about no issue or alert',
    },

    'zulip_issue_created_for_exception.json': {
      events: [
        {
          ...TESTING,
          incidentKey: '1635244907',
          occurredAt: '2020-04-28T13:56:05.903Z',
          patch: {
            ...TESTING.patch,
            title: 'Exception: Custom exception!',
            severity: 'error',
            metadata: { shortId: 'ZULIP-INTEGRATION-TESTING-2' },
          },
        },
      ],
    },
    'zulip_issue_created_for_message.json': {
      events: [
        {
          ...TESTING,
          incidentKey: '1635261062',
          occurredAt: '2020-04-28T14:05:04.210Z',
          patch: {
            ...TESTING.patch,
            title: 'A simple message-based issue.',
            severity: 'info',
          },
        },
      ],
    },
    'zulip_issue_assigned_to_individual.json': {
      headers: { 'sentry-hook-timestamp': '1588227400' },
      events: [
        {
          ...TESTING,
          incidentKey: '1638844654',
          occurredAt: '2020-04-30T06:16:40.000Z',
          patch: {
            ...TESTING.patch,
            title: 'A test message event from golang.',
            severity: 'info',
            assignee: 'hdrive1999@gmail.com',
          },
        },
      ],
    },
    'zulip_issue_assigned_to_team.json': {
      // Truncated seconds of the very moment: not before the issue's last event.
      headers: { 'sentry-hook-timestamp': '1588226055' },
      events: [
        {
          ...TESTING,
          incidentKey: '1638821441',
          occurredAt: '2020-04-30T05:54:15.092Z',
          patch: {
            ...TESTING.patch,
            title: 'Exception: program has entered an invalid state.',
            severity: 'error',
            team: 'lone-wolf',
          },
        },
      ],
    },

    'zulip_event_for_exception_golang.json': {
      events: [
        {
          ...TESTING,
          incidentKey: '1637164584',
          occurredAt: '2020-04-29T11:23:47.160Z',
          patch: {
            ...TESTING.patch,
            title: '*url.Error: Get "bad_url": unsupported protocol scheme ""',
            severity: 'error',
            url: issueUrl('1637164584', '80777a9cc30e4d0eb8904333d5c298b0'),
            labels: {
              level: 'error',
              'os.name': 'linux',
              runtime: 'go go1.14.1',
              'runtime.name': 'go',
              server_name: 'hp-pavilion',
            },
            metadata: {
              rule: 'Send a webhook payload to Webhook.site',
              culprit: 'main in main',
              platform: 'go',
            },
          },
        },
      ],
    },
    'zulip_event_for_exception_js.json': {
      events: [
        {
          ...TESTING,
          incidentKey: '1731239773',
          occurredAt: '2020-06-17T15:11:35.060Z',
          patch: {
            ...TESTING.patch,
            title: 'Error: Something external broke.',
            severity: 'error',
            url: issueUrl('1731239773', '355c3b2a142046629dd410db2fdda003'),
            // Without `user`, which holds an address.
            labels: {
              browser: 'Firefox 77.0',
              'browser.name': 'Firefox',
              handled: 'yes',
              level: 'error',
              mechanism: 'generic',
              'os.name': 'Ubuntu',
              url: 'file:///mnt/data/Documents/Stuff%20for%20Zulip/Repos/sentry/js/trigger-exception-with-external.html',
            },
          },
        },
      ],
    },
    'zulip_event_for_exception_python.json': {
      events: [
        {
          ...TESTING,
          incidentKey: '1635244907',
          occurredAt: '2020-04-28T13:56:06.991Z',
          patch: {
            ...TESTING.patch,
            title: 'Exception: Custom exception!',
            severity: 'error',
            url: issueUrl('1635244907', '599349254a1447a99774b5310711c1a8'),
            labels: {
              level: 'error',
              runtime: 'CPython 3.6.9',
              'runtime.name': 'CPython',
              server_name: 'hp-pavilion',
            },
          },
        },
      ],
    },
    'zulip_event_for_message_golang.json': {
      events: [
        {
          ...TESTING,
          incidentKey: '1638844654',
          occurredAt: '2020-04-30T06:14:14.623Z',
          patch: {
            ...TESTING.patch,
            title: 'A test message event from golang.',
            severity: 'info',
            url: issueUrl('1638844654', '01ecb45633bc4f5ca940ada671124c8f'),
            labels: {
              level: 'info',
              'os.name': 'linux',
              runtime: 'go go1.14.1',
              'runtime.name': 'go',
              server_name: 'hp-pavilion',
            },
          },
        },
      ],
    },
    'zulip_event_for_message_node.json': {
      events: [
        {
          ...TESTING,
          incidentKey: '1638840427',
          occurredAt: '2020-04-30T06:09:56.493Z',
          patch: {
            ...TESTING.patch,
            title: 'Test event from node.',
            severity: 'info',
            url: issueUrl('1638840427', '6886bb1fe7ce4497b7836f6083d5fd34'),
            labels: { level: 'info' },
          },
        },
      ],
    },
    'zulip_sample_event_through_alert.json': {
      events: [
        {
          incidentKey: '4218258981',
          occurredAt: '2023-05-31T11:07:16.249Z',
          entityAnnotations: { 'sentry.io/project-slug': 'python' },
          patch: {
            status: 'triggered',
            title: 'This is an example Python exception',
            severity: 'error',
            service: 'python',
            url: 'https://sentry.io/organizations/nitk-46/issues/4218258981/events/b6eff1a49b1f4132850b1238d968da70/',
            labels: {
              browser: 'Chrome 28.0.1500',
              'browser.name': 'Chrome',
              client_os: 'Windows 8',
              'client_os.name': 'Windows',
              environment: 'prod',
              level: 'error',
              sample_event: 'yes',
              server_name: 'web01.example.org',
              url: 'http://example.com/foo',
            },
            metadata: {
              environment: 'prod',
              eventId: 'b6eff1a49b1f4132850b1238d968da70',
            },
          },
        },
      ],
    },
    'zulip_sample_event_through_plugin.json': {
      events: [
        {
          incidentKey: '4218258981',
          occurredAt: '2023-07-09T20:42:24.773Z',
          entityAnnotations: { 'sentry.io/project-slug': 'python' },
          patch: {
            status: 'triggered',
            title: 'This is an example Python exception',
            severity: 'error',
            service: 'python',
            url: 'https://nitk-46.sentry.io/issues/4218258981/?referrer=webhooks_plugin',
            labels: {
              browser: 'Chrome 28.0.1500',
              'browser.name': 'Chrome',
              client_os: 'Windows 8',
              'client_os.name': 'Windows',
              environment: 'prod',
              level: 'error',
              server_name: 'web01.example.org',
              url: 'http://example.com/foo',
            },
          },
        },
      ],
    },
    'zulip_webhook_event_for_exception_python.json': {
      events: [
        {
          incidentKey: '1972208801',
          occurredAt: '2020-10-21T23:25:12.317Z',
          entityAnnotations: { 'sentry.io/project-slug': 'foo-live' },
          patch: {
            status: 'triggered',
            title: 'ValueError: new sentry error.',
            severity: 'error',
            service: 'foo-live',
            url: 'https://sentry.io/organizations/bar-foundation/issues/1972208801/?referrer=webhooks_plugin',
            labels: {
              level: 'error',
              runtime: 'CPython 3.8.5',
              'runtime.name': 'CPython',
              server_name: 'enterprise',
            },
            metadata: {
              rule: 'Send a notification for new events',
              culprit: '__main__ in <module>',
            },
          },
        },
      ],
    },
  },
});
