import type { JsonObject } from '@backstage/types';
import type { BUILT_IN_ACTION_IDS } from '../builtInActions';

const bearer = { type: 'bearer', token: { secret: 'TOKEN' } };

/** A config of each built-in action. */
export const exampleConfigs: Record<
  (typeof BUILT_IN_ACTION_IDS)[number],
  JsonObject
> = {
  webhook: { method: 'POST', url: 'https://hooks.example.com', body: {} },
  jira: {
    operation: 'createIssue',
    baseUrl: 'https://jira.example.com',
    auth: bearer,
    project: 'OPS',
    issueType: 'Bug',
    summary: '{{ incident.title }}',
  },
  linear: {
    operation: 'createIssue',
    auth: bearer,
    teamId: '0190c0de-0000-4000-8000-000000000001',
    title: '{{ incident.title }}',
  },
  slack: {
    token: { secret: 'TOKEN' },
    channel: 'C0123ABCD',
    text: '{{ incident.title }}',
  },
  notification: { owner: true, title: '{{ incident.title }}' },
  runbook: { operation: 'template', templateRef: 'template:default/restart' },
  incident: { operation: 'update', labels: { seen: 'yes' } },
};
