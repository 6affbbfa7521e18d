import fc from 'fast-check';
import { definition, node } from '../testing/definitions';
import {
  isActionData,
  isConditionData,
  isDelayData,
  isIncidentAction,
  isJiraAction,
  isLinearAction,
  isNotificationAction,
  isRunbookAction,
  isSlackAction,
  isTriggerData,
  isWebhookAction,
  isWorkflowDefinition,
} from './guards';
import type { ActionData, WebhookActionData } from './schema';

const webhook = {
  actionType: 'webhook',
  config: { method: 'POST', url: 'https://example.com' },
};
const jira = {
  actionType: 'jira',
  config: {
    operation: 'createIssue',
    baseUrl: 'https://acme.atlassian.net',
    auth: { type: 'basic', username: 'me', password: { secret: 'JIRA' } },
    project: 'OPS',
    issueType: 'Bug',
    summary: 's',
  },
};
const linear = {
  actionType: 'linear',
  config: {
    operation: 'createIssue',
    auth: { type: 'apiKey', key: { secret: 'LINEAR' } },
    teamId: 't',
    title: 't',
  },
};
const runbook = {
  actionType: 'runbook',
  config: { operation: 'template', templateRef: 'template:default/restart' },
};
const slack = {
  actionType: 'slack',
  config: { token: { secret: 'SLACK' }, channel: 'C1', text: 't' },
};
const notification = {
  actionType: 'notification',
  config: { owner: true, title: 't' },
};
const incident = {
  actionType: 'incident',
  config: { operation: 'update', severity: 'critical' },
};
const custom = { actionType: 'acme:page', config: { anything: [1] } };
const trigger = { label: 'Start' };
const condition = { match: 'all', conditions: [{ field: 'a', value: 1 }] };
const delay = { duration: '5min' };

const GUARDS = {
  isActionData,
  isWebhookAction,
  isJiraAction,
  isLinearAction,
  isSlackAction,
  isNotificationAction,
  isRunbookAction,
  isIncidentAction,
  isTriggerData,
  isConditionData,
  isDelayData,
  isWorkflowDefinition,
};

it.each<[string, unknown, Array<keyof typeof GUARDS>]>([
  ['webhook data', webhook, ['isActionData', 'isWebhookAction']],
  ['jira data', jira, ['isActionData', 'isJiraAction']],
  ['linear data', linear, ['isActionData', 'isLinearAction']],
  ['runbook data', runbook, ['isActionData', 'isRunbookAction']],
  ['slack data', slack, ['isActionData', 'isSlackAction']],
  ['notification data', notification, ['isActionData', 'isNotificationAction']],
  ['incident data', incident, ['isActionData', 'isIncidentAction']],
  ['custom data', custom, ['isActionData']],
  ['trigger data', trigger, ['isTriggerData']],
  ['condition data', condition, ['isConditionData']],
  ['delay data', delay, ['isDelayData']],
  ['a definition', definition([node('a')], ['t>a']), ['isWorkflowDefinition']],
  ['webhook data without URL', { ...webhook, config: { method: 'POST' } }, []],
  ['webhook data with a field too many', { ...webhook, extra: 1 }, []],
  ['a custom type without namespace', { ...custom, actionType: 'page' }, []],
  ['nothing', undefined, []],
  ['null', null, []],
  ['a list', [], []],
])('%s passes exactly its guards', (_, value, expected) => {
  const passed = Object.entries(GUARDS)
    .filter(([, guard]) => guard(value))
    .map(([name]) => name);
  expect(passed).toEqual(expected);
});

it('narrow the union that they are given', () => {
  const describe = (data: ActionData): string => {
    if (isWebhookAction(data)) {
      const narrowed: WebhookActionData = data;
      return narrowed.config.url;
    }
    if (isJiraAction(data)) {
      return data.config.baseUrl;
    }
    if (data.actionType === 'linear') {
      return data.config.auth.type;
    }
    if (data.actionType === 'runbook') {
      return data.config.templateRef!;
    }
    // @ts-expect-error a custom action's config has no known fields
    const unknown: { url: string } = data.config;
    return `${data.actionType} ${Object.keys(unknown)}`;
  };
  expect(
    [webhook, jira, linear, runbook, custom].map(data =>
      describe(data as ActionData),
    ),
  ).toEqual([
    'https://example.com',
    'https://acme.atlassian.net',
    'apiKey',
    'template:default/restart',
    'acme:page anything',
  ]);
});

it('answer for any value without throwing', () => {
  fc.assert(
    fc.property(fc.anything(), value => {
      for (const guard of Object.values(GUARDS)) {
        expect(typeof guard(value)).toBe('boolean');
      }
    }),
  );
});
