import { ConfigReader } from '@backstage/config';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseBody } from '../../body/parseBody';
import { jiraServiceManagementSource } from './jiraServiceManagementSource';

/* What Opsgenie's deliveries say is tested there. */
describe('the Jira Service Management source', () => {
  const text = readFileSync(
    resolve(__dirname, '__fixtures__/close.json'),
    'utf8',
  );
  const source = jiraServiceManagementSource.create(
    new ConfigReader({ tokens: ['t'] }),
  );

  it('takes an alert as Opsgenie tells it', () => {
    expect(
      source.normalise({
        headers: {},
        body: parseBody(text),
        receivedAt: '2026-11-22T12:00:00.000Z',
      }),
    ).toEqual({
      events: [
        {
          incidentKey: '9f1c8b52-2d6c-4d0f-8a0e-3f4f2a4b6c7d-1763805483125',
          occurredAt: '2025-11-22T10:58:03.500Z',
          entityAnnotations: {
            'opsgenie.com/component-selector': 'tag:"service:tide-gauge"',
          },
          patch: {
            status: 'closed',
            title: 'The tide gauge says nothing',
            service: 'tide-gauge',
            assignee: 'ada@harbour.example',
            labels: { service: 'tide-gauge' },
            metadata: {
              action: 'Close',
              username: 'ada@harbour.example',
              tinyId: '77',
              alias: 'tide-gauge/silent',
              source: 'prometheus',
              tags: ['service:tide-gauge'],
              integration: 'Portal',
            },
          },
        },
      ],
    });
  });

  it('is a type of its own, with a token', () => {
    expect(jiraServiceManagementSource.type).toBe('jira-service-management');
    expect(() =>
      source.verifyHeaders!({ authorization: 'Bearer t' }),
    ).not.toThrow();
    expect(() => source.verifyHeaders!({})).toThrow(
      expect.objectContaining({ name: 'AuthenticationError' }),
    );
  });
});
