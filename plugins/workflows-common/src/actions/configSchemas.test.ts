import Ajv from 'ajv';
import { z } from 'zod';
import { incidentConfigSchema } from './incidentConfig';
import { jiraConfigSchema } from './jiraConfig';
import { linearConfigSchema } from './linearConfig';
import { notificationConfigSchema } from './notificationConfig';
import { runbookConfigSchema } from './runbookConfig';
import { slackConfigSchema } from './slackConfig';
import { webhookConfigSchema } from './webhookConfig';

const SCHEMAS = {
  webhook: webhookConfigSchema,
  jira: jiraConfigSchema,
  linear: linearConfigSchema,
  slack: slackConfigSchema,
  notification: notificationConfigSchema,
  runbook: runbookConfigSchema,
  incident: incidentConfigSchema,
};

const jsonSchema = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });

describe.each(Object.entries(SCHEMAS))('the config of %s', (_, schema) => {
  it('is a draft-07 schema without references that ajv compiles', () => {
    const converted = jsonSchema(schema);
    expect(converted.$schema).toBe('http://json-schema.org/draft-07/schema#');
    expect(converted).toMatchObject({
      type: 'object',
      additionalProperties: false,
    });
    expect(JSON.stringify(converted)).not.toContain('$ref');
    const ajv = new Ajv({ strict: false, allErrors: true });
    expect(ajv.validateSchema(converted)).toBe(true);
    expect(ajv.compile(converted)).toBeInstanceOf(Function);
  });

  it('has a title for every field', () => {
    for (const field of Object.values(jsonSchema(schema).properties ?? {})) {
      expect(field).toMatchObject({ title: expect.any(String) });
    }
  });
});

const webhook = { method: 'POST', url: 'https://example.com' };

it.each<[object, boolean]>([
  [webhook, true],
  [{ ...webhook, body: { a: ['{{ incident.title }}', null, 1] } }, true],
  [{ ...webhook, headers: { a: 'b', c: { secret: 'TOKEN' } } }, true],
  [{ ...webhook, headers: { a: { secret: 'lower' } } }, false],
  [{ ...webhook, headers: { 'a b': 'c' } }, false],
  [{ ...webhook, method: 'TRACE' }, false],
  [{ ...webhook, extra: 1 }, false],
  [{ method: 'POST' }, false],
  [{ method: 'POST', url: 'https://{{ host }}/' }, false],
])('the JSON Schema says of %j what zod says: %p', (config, valid) => {
  const validate = new Ajv({ strict: false }).compile(
    jsonSchema(webhookConfigSchema),
  );
  expect(validate(config)).toBe(valid);
  expect(webhookConfigSchema.safeParse(config).success).toBe(valid);
});

it.each([
  ['https://example.com', true],
  ['http://localhost:8080', true],
  ['https://[2001:db8::1]:8443/a', true],
  ['https://example.com/a/{{ incident.id }}/b', true],
  ['https://example.com/{{ incident.title | replace("?", "#") }}', true],
  ['https://example.com/a?b=c', true],
  ['https://example.com?b=c', true],
  ['https://example.com/a?b={{ c }}', false],
  ['https://example.com/#{{ c }}', false],
  ['https://{{ incident.labels.host }}/a', false],
  ['https://example.com{{ incident.title }}', false],
  ['https://example.com:{{ port }}/', false],
  ['{{ scheme }}://example.com', false],
  ['https://user:pass@example.com/', false],
  ['https://example.com\\@evil.example/', false],
  ['https:///a', false],
  ['ftp://example.com', false],
  ['//example.com', false],
  ['example.com', false],
  ['mailto:a@example.com', false],
  ['https://example.com/a b', false],
  ['https://example.com/{{ a', false],
  ['https://example.com/\n', false],
  ['', false],
])('a webhook may go to %j: %p', (url, valid) => {
  expect(webhookConfigSchema.safeParse({ ...webhook, url }).success).toBe(
    valid,
  );
});
