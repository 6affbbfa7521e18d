import { ConfigReader } from '@backstage/config';
import type { JsonObject, JsonValue } from '@backstage/types';
import { createHmac } from 'node:crypto';
import { testDisfiguredDeliveries } from '../__testUtils__/mutations';
import issueCreated from './__fixtures__/issue-created.json';
import { sentrySource } from './sentrySource';

const RECEIVED_AT = '2026-11-22T12:00:00.000Z';

const create = (config: JsonObject = { insecure: true }) =>
  sentrySource.create(new ConfigReader(config));

const normalise = (body: JsonValue, headers: Record<string, string> = {}) =>
  create().normalise({ headers, body, receivedAt: RECEIVED_AT });

const issueAfter = (action: string, change: JsonObject = {}) => ({
  ...issueCreated,
  action,
  data: { issue: { ...issueCreated.data.issue, ...change } },
});

const EVENT_ALERT = {
  action: 'triggered',
  data: {
    event: {
      event_id: 'e1',
      title: 'TimeoutError',
      level: 'error',
      issue_id: '10420001',
      url: 'https://sentry.io/api/0/projects/harbour/crane-controller/events/e1/',
      web_url: 'https://sentry.io/organizations/harbour/issues/10420001/',
      datetime: '2026-11-22T10:00:00.000000Z',
      received: 1795341600.5,
      tags: [
        ['env', 'prod'],
        ['user', 'id:1'],
      ],
    },
    triggered_rule: 'Page the quay',
  },
};

const METRIC_ALERT = {
  action: 'critical',
  data: {
    metric_alert: {
      id: '7',
      title: 'Too many errors',
      date_started: '2026-11-22T09:50:00Z',
      projects: ['crane-controller'],
      alert_rule: { name: 'Errors' },
    },
    description_title: 'Critical: Too many errors',
    description_text: '1000 events in the last 10 minutes',
    web_url: 'https://harbour.sentry.io/alerts/7/',
  },
};

describe('the Sentry source', () => {
  it('takes an issue with all that is said of it', () => {
    expect(normalise(issueCreated as JsonObject)).toEqual({
      events: [
        {
          incidentKey: '10420001',
          occurredAt: '2026-11-22T09:58:03.125Z',
          entityAnnotations: { 'sentry.io/project-slug': 'crane-controller' },
          patch: {
            status: 'triggered',
            title: 'TimeoutError: the hoist does not answer',
            severity: 'fatal',
            priority: 'high',
            service: 'crane-controller',
            assignee: 'ada@harbour.example',
            url: 'https://harbour.sentry.io/issues/10420001/',
            metadata: {
              action: 'created',
              shortId: 'CRANES-7',
              substatus: 'new',
              culprit: 'hoist.lift',
              platform: 'python',
              count: '1',
              userCount: '0',
            },
          },
        },
      ],
    });
  });

  it.each([
    ['created', 'unresolved', 'triggered'],
    // Somebody was quicker than the sending.
    ['created', 'resolved', 'triggered'],
    ['assigned', 'unresolved', 'triggered'],
    ['assigned', 'resolved', 'resolved'],
    ['resolved', 'resolved', 'resolved'],
    ['unresolved', 'unresolved', 'triggered'],
    ['archived', 'ignored', 'closed'],
    ['ignored', 'ignored', 'closed'],
    ['assigned', 'ignored', 'closed'],
    ['assigned', 'reprocessing', undefined],
  ])('after %s of one sent as %s it is %s', (action, sent, status) => {
    const [event] = normalise(issueAfter(action, { status: sent })).events!;
    expect(event.patch.status).toBe(status);
  });

  it('says that an issue escalates when that is why it is open again', () => {
    const escalated = (action: string, substatus: string) =>
      normalise(issueAfter(action, { substatus })).events![0].escalated;
    expect(escalated('unresolved', 'escalating')).toBe(true);
    expect(escalated('unresolved', 'regressed')).toBeUndefined();
    expect(escalated('assigned', 'escalating')).toBeUndefined();
  });

  it('dates what was done to an issue by the sending, never before its last event', () => {
    const occurredAt = (seconds: string | undefined) =>
      normalise(
        issueAfter('resolved'),
        seconds ? { 'sentry-hook-timestamp': seconds } : {},
      ).events![0].occurredAt;
    expect(occurredAt('1795341600')).toBe('2026-11-22T10:00:00.000Z');
    expect(occurredAt('1795341483')).toBe('2026-11-22T09:58:03.125Z');
    expect(occurredAt(undefined)).toBe(RECEIVED_AT);
    expect(() => occurredAt('soon')).toThrow(
      "sentry-hook-timestamp: 'soon' is not a time since 1970",
    );
  });

  it('takes an alert on an issue for the issue, by the clock of Sentry', () => {
    expect(normalise(EVENT_ALERT)).toEqual({
      events: [
        {
          incidentKey: '10420001',
          occurredAt: '2026-11-22T10:00:00.500Z',
          entityAnnotations: { 'sentry.io/project-slug': 'crane-controller' },
          patch: {
            status: 'triggered',
            title: 'TimeoutError',
            severity: 'error',
            service: 'crane-controller',
            url: 'https://sentry.io/organizations/harbour/issues/10420001/',
            labels: { env: 'prod' },
            metadata: { rule: 'Page the quay', eventId: 'e1' },
          },
        },
      ],
    });
  });

  it('takes a metric alert for an incident of its own', () => {
    const headers = { 'sentry-hook-timestamp': '1795341600' };
    expect(normalise(METRIC_ALERT, headers)).toEqual({
      events: [
        {
          incidentKey: 'metric_alert:7',
          occurredAt: '2026-11-22T10:00:00.000Z',
          entityAnnotations: { 'sentry.io/project-slug': 'crane-controller' },
          patch: {
            status: 'triggered',
            title: 'Too many errors',
            description: '1000 events in the last 10 minutes',
            severity: 'critical',
            service: 'crane-controller',
            url: 'https://harbour.sentry.io/alerts/7/',
            metadata: {
              action: 'critical',
              rule: 'Errors',
              startedAt: '2026-11-22T09:50:00Z',
              projects: ['crane-controller'],
            },
          },
        },
      ],
    });
    const closed = {
      ...METRIC_ALERT.data.metric_alert,
      date_closed: '2026-11-22T10:30:00Z',
    };
    expect(
      normalise({
        action: 'resolved',
        data: { ...METRIC_ALERT.data, metric_alert: closed },
      }).events![0],
    ).toMatchObject({
      occurredAt: '2026-11-22T10:30:00.000Z',
      patch: { status: 'resolved' },
    });
  });

  it.each<[JsonValue, string]>([
    [[], 'the body: '],
    [{}, 'data: '],
    [{ data: [] }, 'data: '],
    [{ data: { issue: {} } }, 'data.issue.id: '],
    [
      issueAfter('created', { firstSeen: 'then' }),
      "data.issue.firstSeen: 'then' is not a time",
    ],
    [
      { data: { event: {} } },
      'data.event.issue_id: is missing, and so is the issue_url',
    ],
    [{ ...METRIC_ALERT, action: 'odd' }, 'action: '],
    [{ ...METRIC_ALERT, data: { metric_alert: [] } }, 'data.metric_alert: '],
    [{ id: '1', event: 'x' }, 'event: '],
    [
      { id: '1', event: { received: 'x' } },
      "event.received: 'x' is not a time since 1970",
    ],
  ])('says the place of what is wrong in %j', (body, message) => {
    expect(() => normalise(body)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });

  it('verifies the signature of the raw body, and tells deliveries apart by Request-ID', () => {
    const source = create({ secrets: ['old', 'new'] });
    const rawBody = Buffer.from(JSON.stringify(issueCreated, null, 2));
    const request = (secret: string) => ({
      headers: {
        'request-id': 'r',
        'sentry-hook-signature': createHmac('sha256', secret)
          .update(rawBody)
          .digest('hex'),
      },
      rawBody,
      receivedAt: RECEIVED_AT,
    });
    expect(() => source.verify(request('old'))).not.toThrow();
    expect(() => source.verify(request('new'))).not.toThrow();
    expect(() => source.verify(request('other'))).toThrow(
      expect.objectContaining({ name: 'AuthenticationError' }),
    );
    expect(source.deliveryKey(request('old'))).toBe('r');
    expect(
      source.deliveryKey({ headers: {}, rawBody, receivedAt: RECEIVED_AT }),
    ).toMatch(/^[0-9a-f]{64}$/);
    expect(() => create({})).toThrow('secrets must name at least one secret');
  });

  testDisfiguredDeliveries({
    source: create,
    headers: { 'sentry-hook-timestamp': '1795341600' },
    bodies: {
      'an issue': issueCreated as JsonObject,
      'an alert on an issue': EVENT_ALERT,
      'a metric alert': METRIC_ALERT,
      'an alert of the plugin': {
        id: '1',
        project_slug: 'crane-controller',
        url: 'https://harbour.sentry.io/issues/1/',
        triggering_rules: ['Page the quay'],
        event: { title: 'x', received: 1795341600.5, tags: [['a', 'b']] },
      },
    },
  });
});
