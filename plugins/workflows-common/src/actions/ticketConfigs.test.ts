import { jiraConfigSchema } from './jiraConfig';
import { linearConfigSchema } from './linearConfig';

const jira = {
  baseUrl: 'https://acme.atlassian.net',
  auth: { type: 'bearer', token: { secret: 'JIRA' } },
};
const linear = { auth: { type: 'apiKey', key: { secret: 'LINEAR' } } };
const issue = { project: 'OPS', issueType: 'Bug', summary: 's' };

/** Paths with what is wrong there. */
const problems =
  (schema: typeof jiraConfigSchema | typeof linearConfigSchema) =>
  (config: unknown) =>
    schema
      .safeParse(config)
      .error?.issues.map(
        ({ path, message }) => `${path.join('.')} ${message}`,
      ) ?? [];

it.each<[object, string[]]>([
  [{ ...jira, operation: 'createIssue', ...issue }, []],
  [{ ...jira, operation: 'comment', issue: 'OPS-1', comment: 'c' }, []],
  [
    {
      ...jira,
      operation: 'transition',
      issue: '{{ steps.t.output.key }}',
      transition: 'Done',
      ...issue,
    },
    [],
  ],
  [
    { ...jira, operation: 'createIssue', project: 'OPS' },
    [
      'issueType is required for createIssue',
      'summary is required for createIssue',
    ],
  ],
  [
    { ...jira, operation: 'transition', issue: 'OPS-1' },
    ['transition is required for transition'],
  ],
])('Jira takes %j but for %j', (config, expected) => {
  expect(problems(jiraConfigSchema)(config)).toEqual(expected);
});

it.each([
  ['https://jira.example/context', true],
  ['http://127.0.0.1:8080', true],
  ['https://{{ incident.labels.site }}.atlassian.net', false],
  ['https://me:secret@jira.example', false],
  ['https://jira.example/?a=b', false],
  ['https://jira.example\\@evil.example', false],
  ['jira.example', false],
])('Jira may be at %s: %p', (baseUrl, valid) => {
  const config = { ...jira, operation: 'createIssue', ...issue, baseUrl };
  expect(jiraConfigSchema.safeParse(config).success).toBe(valid);
});

it.each<[object, string[]]>([
  [{ ...linear, operation: 'createIssue', teamId: 't', title: 't' }, []],
  [{ ...linear, operation: 'comment', issue: 'ENG-1', comment: 'c' }, []],
  [
    { ...linear, operation: 'createIssue' },
    ['teamId is required for createIssue', 'title is required for createIssue'],
  ],
])('Linear takes %j but for %j', (config, expected) => {
  expect(problems(linearConfigSchema)(config)).toEqual(expected);
});

it.each(['none', 'basic'])('nobody gets in by %s', type => {
  const auth = { type, username: 'me', password: { secret: 'PW' } };
  const both = { operation: 'comment', issue: 'A-1', comment: 'c', auth };
  expect(linearConfigSchema.safeParse(both).success).toBe(false);
  const schema = jiraConfigSchema.safeParse({ ...jira, ...both });
  expect(schema.success).toBe(type === 'basic');
});
