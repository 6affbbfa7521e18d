import { ConfigReader } from '@backstage/config';
import { randomBytes } from 'node:crypto';
import { readWorkflowsConfig } from './config';

const read = (workflows: object) =>
  readWorkflowsConfig(new ConfigReader({ workflows } as any));

describe('readWorkflowsConfig', () => {
  const key = randomBytes(32).toString('base64');

  it('has defaults', () => {
    expect(readWorkflowsConfig(new ConfigReader({}))).toEqual({
      admins: [],
      secretKeys: [],
      concurrency: 20,
      killSwitch: false,
      retention: {
        executionsMs: 90 * 86_400_000,
        deliveriesMs: 30 * 86_400_000,
      },
    });
  });

  it('keeps the order of keys, since the first one encrypts', () => {
    const { secretKeys } = read({
      secrets: {
        keys: [
          { id: 'new', key },
          { id: 'old', key },
        ],
      },
    });
    expect(secretKeys.map(({ id, bytes }) => [id, bytes.length])).toEqual([
      ['new', 32],
      ['old', 32],
    ]);
  });

  it.each([
    [
      { secrets: { keys: [{ id: 'a', key: 'c2hvcnQ=' }] } },
      'workflows.secrets.keys[0].key must be 32 bytes in base64, found 5',
    ],
    [
      {
        secrets: {
          keys: [
            { id: 'a', key },
            { id: 'a', key },
          ],
        },
      },
      'has the id "a" more than once',
    ],
    [{ secrets: { keys: [{ key }] } }, "'workflows.secrets.keys[0].id'"],
    [
      { retention: { executions: { days: 0 } } },
      'workflows.retention.executions must',
    ],
    [
      { retention: { incidents: { days: 29 } } },
      'workflows.retention.incidents must be at least as long as',
    ],
    [{ engine: { concurrency: 0 } }, 'workflows.engine.concurrency must be'],
  ])('names what is wrong in %j', (workflows, message) => {
    expect(() => read(workflows)).toThrow(message);
  });
});
