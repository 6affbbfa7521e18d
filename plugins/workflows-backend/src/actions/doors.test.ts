import { mockServices } from '@backstage/backend-test-utils';
import type { ActionData } from 'backstage-plugin-workflows-common';
import {
  mockActionContext,
  mockIncident,
  mockPrepareOptions,
} from 'backstage-plugin-workflows-node/testUtils';
import net from 'node:net';
import tls from 'node:tls';
import undici from 'undici';
import { playDefinition } from '../dryRun/playDefinition';
import { definition, node } from '../engine/testing/fixtures';
import { exampleConfigs } from './__testUtils__/exampleConfigs';
import { fakePorts } from './__testUtils__/fakePorts';
import { ActionRegistry } from './ActionRegistry';
import { BUILT_IN_ACTION_IDS, createBuiltInActions } from './builtInActions';

/** Those that reach the world; the others reach the portal's own services. */
const BY_EGRESS = ['webhook', 'jira', 'linear', 'slack'];

const tried: string[] = [];

/** In place of a way to the network. */
function trap<O extends object>(object: O, name: keyof O, called: string) {
  jest.spyOn(object as any, name as any).mockImplementation((() => {
    tried.push(called);
    throw new Error(`${called} is trapped`);
  }) as any);
}

beforeEach(() => {
  tried.length = 0;
  for (const name of ['fetch', 'request', 'stream', 'connect'] as const) {
    trap(undici, name, 'undici');
  }
  trap(undici.Client.prototype, 'dispatch', 'undici');
  trap(undici.Pool.prototype, 'dispatch', 'undici');
  trap(undici.Agent.prototype, 'dispatch', 'undici');
  trap(globalThis, 'fetch', 'fetch');
  trap(net, 'connect', 'net');
  trap(net, 'createConnection', 'net');
  trap(tls, 'connect', 'tls');
  trap(net.Socket.prototype, 'connect', 'socket');
});
afterEach(() => jest.restoreAllMocks());

const actionsOf = (ports = fakePorts()) => createBuiltInActions(ports);

it('the traps hold', async () => {
  const url = 'https://example.com';
  const agent = new undici.Agent();
  const attempts = [
    () => undici.fetch(url),
    () => undici.request(url),
    () => agent.request({ origin: url, path: '/', method: 'GET' }),
    () => fetch(url),
    () => net.connect(443, 'example.com'),
    () => tls.connect(443, 'example.com'),
    () => new net.Socket().connect(443, 'example.com'),
  ];
  for (const attempt of attempts) {
    await (async () => attempt())().catch(() => {});
  }
  expect(tried).toEqual([
    'undici',
    'undici',
    'undici',
    'fetch',
    'net',
    'tls',
    'socket',
  ]);
});

it('every action that comes with the plugin is looked at', () => {
  expect(actionsOf().map(({ id }) => id)).toEqual([...BUILT_IN_ACTION_IDS]);
  expect(Object.keys(exampleConfigs).sort()).toEqual(
    [...BUILT_IN_ACTION_IDS].sort(),
  );
});

describe.each(BUILT_IN_ACTION_IDS)('the action %s', id => {
  const action = actionsOf().find(one => one.id === id)!;
  const request = action.prepare(
    mockPrepareOptions({ config: exampleConfigs[id] }),
  );

  it('reaches the world by egress alone, in run, check and probe', async () => {
    const context = mockActionContext({ request, sinceSentMs: 3_600_000 });
    const calls = [
      () => action.run(context),
      () => action.check?.(context, { taskId: 'task-1', until: 1 }),
      () => action.probe?.(context),
    ];
    for (const call of calls) {
      // What nobody answers to ends badly, and that is not what this is about.
      await (async () => call())().catch(() => {});
    }
    expect(tried).toEqual([]);
    expect(context.sent.length > 0).toBe(BY_EGRESS.includes(id));
  });
});

it('a dry run of all of them reaches nobody', () => {
  const ports = fakePorts();
  const start = jest.spyOn(ports.runbook.scaffolder, 'start');
  const nodes = BUILT_IN_ACTION_IDS.map(id =>
    node(id, 'action', {
      actionType: id,
      config: exampleConfigs[id],
    } as unknown as ActionData),
  );
  const { outcome, steps } = playDefinition({
    definition: definition(nodes),
    context: { incident: mockIncident() },
    actions: ActionRegistry.create({ actions: actionsOf(ports) }),
    workflow: { id: 'w', name: 'All', version: 1 },
    outputs: {},
    logger: mockServices.logger.mock(),
  });
  expect(outcome).toBe('COMPLETED');
  expect(steps.filter(({ request }) => request).length).toBe(nodes.length);
  expect(tried).toEqual([]);
  const { incident, notification, runbook } = ports;
  for (const called of [
    notification.notifications.send,
    notification.findUser,
    runbook.actions.invoke,
    runbook.actions.list,
    start,
    incident.edit,
    incident.declare,
    incident.findDeclared,
  ]) {
    expect(called).not.toHaveBeenCalled();
  }
});
