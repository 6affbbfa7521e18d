import { mockServices } from '@backstage/backend-test-utils';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ScaffolderClient } from './ScaffolderClient';

describe('the scaffolder’s API', () => {
  const received: Array<{ method: string; url: string; body: string }> = [];
  const tokens = new Set<string>();
  let answer: { status: number; body: unknown };
  let server: Server;
  let client: ScaffolderClient;
  const { signal } = new AbortController();

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', chunk => {
        body += chunk;
      });
      request.on('end', () => {
        received.push({ method: request.method!, url: request.url!, body });
        tokens.add(request.headers.authorization!);
        response.writeHead(answer.status, {
          'content-type': 'application/json',
        });
        response.end(JSON.stringify(answer.body));
      });
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    client = ScaffolderClient.create({
      auth: mockServices.auth({ pluginId: 'workflows' }),
      discovery: {
        getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
        getExternalBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
      },
    });
  });
  beforeEach(() => {
    received.length = 0;
  });
  afterAll(() => {
    server.closeAllConnections();
    return new Promise(resolve => {
      server.close(resolve);
    });
  });

  const task = {
    id: 'a/b',
    status: 'open',
    createdAt: '2026-11-22T10:00:00.000Z',
    spec: {
      apiVersion: 'scaffolder.backstage.io/v1beta3',
      parameters: { k: 1 },
    },
  };
  const read = {
    id: 'a/b',
    status: 'open',
    createdAtMs: Date.parse('2026-11-22T10:00:00.000Z'),
    parameters: { k: 1 },
  };

  it('starts a template with its values', async () => {
    answer = { status: 201, body: { id: 'a/b' } };
    const request = { templateRef: 'template:default/a', values: { k: 1 } };
    expect(await client.start(request, signal)).toBe('a/b');
    expect(received).toEqual([
      {
        method: 'POST',
        url: '/api/scaffolder/v2/tasks',
        body: JSON.stringify(request),
      },
    ]);
    expect([...tokens]).toEqual([
      'Bearer mock-service-token:{"sub":"plugin:workflows","target":"scaffolder"}',
    ]);
  });

  it('reads a task, and lists the newest ones first', async () => {
    answer = { status: 200, body: task };
    expect(await client.get('a/b', signal)).toEqual(read);
    answer = { status: 200, body: { tasks: [task], totalTasks: 1 } };
    expect(await client.list({ limit: 100, offset: 200 }, signal)).toEqual([
      read,
    ]);
    expect(received.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /api/scaffolder/v2/tasks/a%2Fb',
      'GET /api/scaffolder/v2/tasks?order=desc%3Acreated_at&limit=100&offset=200',
    ]);
    answer = { status: 200, body: {} };
    await expect(client.list({ limit: 1, offset: 0 }, signal)).rejects.toThrow(
      'no list of tasks',
    );
  });

  it('reads how a task ended from its last event', async () => {
    const event = (type: string, body: object) => ({ type, body });
    answer = {
      status: 200,
      body: [
        event('log', { message: 'Starting' }),
        event('completion', {
          message: 'Run completed with status: failed',
          error: { name: 'Error', message: 'No such service' },
        }),
      ],
    };
    expect(await client.endOf('a', signal)).toEqual({
      error: 'No such service',
    });
    answer = {
      status: 200,
      body: [event('completion', { message: 'Done', output: { links: [] } })],
    };
    expect(await client.endOf('a', signal)).toMatchObject({
      output: { links: [] },
    });
  });

  it.each([
    [
      400,
      { errors: [{ stack: 'instance requires property "name"' }] },
      'values requires property "name"',
    ],
    [404, { error: { message: 'Template not found' } }, 'Template not found'],
    [404, 'Not here', ''],
  ])('says why it refuses, with %s', async (status, body, reason) => {
    answer = { status, body };
    await expect(client.get('a', signal)).rejects.toMatchObject({
      name: 'RefusedError',
      refusedWith: status,
      reason,
    });
  });
});
