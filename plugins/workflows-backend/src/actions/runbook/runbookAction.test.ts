import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ResponseError } from '@backstage/errors';
import {
  type RunbookConfig,
  runbookConfigSchema,
} from 'backstage-plugin-workflows-common';
import {
  mockActionContext,
  mockPrepareOptions,
  testWorkflowAction,
} from 'backstage-plugin-workflows-node/testUtils';
import { FakeScaffolder } from './__testUtils__/FakeScaffolder';
import { readAllowedRunbooks } from './readAllowedRunbooks';
import { RefusedError } from './RefusedError';
import { RegistryActions } from './RegistryActions';
import { createRunbookAction } from './runbookAction';

const KEY = '0190c0de-0000-7000-8000-00000000000e.step';
const START = 0x0190c0de0000;
const config = new ConfigReader({
  workflows: {
    runbooks: {
      templates: ['template:default/restart', 'other/scale'],
      actions: ['catalog:refresh', 'deploy:roll-back'],
    },
  },
});

let scaffolder: FakeScaffolder;
let now: number;
const invoke = jest.fn();
const attributes = { readOnly: false, destructive: false, idempotent: true };
const list = jest.fn();
const makeAction = () =>
  createRunbookAction(
    {
      allowed: readAllowedRunbooks(config),
      scaffolder,
      actions: { invoke, list },
    },
    { now: () => now },
  );
let action: ReturnType<typeof makeAction>;
beforeEach(() => {
  now = START;
  scaffolder = new FakeScaffolder(() => now);
  invoke.mockReset().mockResolvedValue({ done: true });
  list.mockReset().mockResolvedValue([{ id: 'catalog:refresh', attributes }]);
  action = makeAction();
});

const template: RunbookConfig = {
  operation: 'template',
  templateRef: 'restart',
  values: { service: 'checkout' },
};
const registry: RunbookConfig = {
  operation: 'action',
  actionId: 'catalog:refresh',
  input: { entityRef: 'component:default/checkout' },
};
const contextOf = (fields: RunbookConfig, sinceSentMs = 60_000) =>
  mockActionContext({
    request: action.prepare(mockPrepareOptions({ config: fields })),
    sinceSentMs,
  });

const ofContract = new FakeScaffolder(() => START, 'completed');
testWorkflowAction({
  action: createRunbookAction({
    allowed: readAllowedRunbooks(config),
    scaffolder: ofContract,
    actions: { invoke: async () => null, list: async () => [] },
  }),
  configs: {
    'a template': { config: { ...template, keyParameter: 'key' } },
    'an action': { config: registry },
  },
});

describe('the runbook action', () => {
  it.each([
    [{ operation: 'template' }, false],
    [{ operation: 'action' }, false],
    [{ ...template, templateRef: 'template:default/{{ x }}' }, false],
    [{ ...registry, actionId: '{{ incident.labels.action }}' }, false],
    [{ ...template, deadline: '2h' }, true],
  ])('takes %j: %s', (fields, valid) => {
    expect(runbookConfigSchema.safeParse(fields).success).toBe(valid);
  });

  it('starts a template, and waits until its task has ended', async () => {
    const context = contextOf({ ...template, keyParameter: 'key' });
    const waiting: any = await action.run(context);
    expect(waiting).toMatchObject({ status: 'waiting', checkAfterMs: 10_000 });
    expect(scaffolder.tasks).toMatchObject([
      {
        templateRef: 'template:default/restart',
        parameters: { service: 'checkout', key: KEY },
      },
    ]);
    const [task] = scaffolder.tasks;
    expect(await action.check!(context, waiting.token)).toEqual(waiting);
    task.status = 'processing';
    expect(await action.check!(context, waiting.token)).toEqual(waiting);
    task.status = 'completed';
    task.end = { output: { links: [{ url: 'https://x.example' }] } };
    expect(await action.check!(context, waiting.token)).toEqual({
      status: 'done',
      output: {
        taskId: task.id,
        link: `/create/tasks/${task.id}`,
        output: { links: [{ url: 'https://x.example' }] },
      },
    });
    task.status = 'failed';
    task.end = { error: 'No such service' };
    await expect(action.check!(context, waiting.token)).rejects.toMatchObject({
      code: 'task_failed',
      message: `The template's task ended as failed: No such service. Its log is at /create/tasks/${task.id}.`,
    });
  });

  it('waits no longer than its deadline', async () => {
    const context = contextOf({ ...template, deadline: '5min' });
    const { token }: any = await action.run(context);
    now += 5 * 60_000;
    await action.check!(context, token);
    now += 1;
    await expect(action.check!(context, token)).rejects.toMatchObject({
      code: 'deadline',
    });
  });

  it('invokes an action of the registry', async () => {
    expect(await action.run(contextOf(registry))).toEqual({
      status: 'done',
      output: { output: { done: true } },
    });
    expect(invoke).toHaveBeenCalledWith('catalog:refresh', registry.input);
  });

  it.each<[RunbookConfig, string]>([
    [
      { ...template, templateRef: 'default/drop' },
      'workflows.runbooks.templates',
    ],
    [{ ...registry, actionId: 'catalog:delete' }, 'workflows.runbooks.actions'],
  ])('runs only what the configuration names: %j', async (fields, key) => {
    expect(() =>
      action.prepare(mockPrepareOptions({ config: fields })),
    ).toThrow(key);
    const context = mockActionContext({
      request: createRunbookAction({
        allowed: {
          templates: ['template:default/drop'],
          actions: ['catalog:delete'],
        },
        scaffolder,
        actions: { invoke, list },
      }).prepare(mockPrepareOptions({ config: fields })),
    });
    // It was on the list when it was prepared.
    await expect(action.run(context)).rejects.toMatchObject({
      code: 'not_allowed',
      message: expect.stringContaining(key),
    });
    expect(scaffolder.tasks).toEqual([]);
    expect(invoke).not.toHaveBeenCalled();
  });

  it('keeps the parameter of the key for the key', () => {
    const fields = { ...template, keyParameter: 'service' };
    expect(() =>
      action.prepare(mockPrepareOptions({ config: fields })),
    ).toThrow('values.service is given the effect key');
  });

  describe('after an ambiguous end', () => {
    const keyed = { ...template, keyParameter: 'key' };

    it('finds the task by its parameter, among others, once it has ended', async () => {
      await action.run(contextOf(keyed));
      for (let n = 0; n < 150; n++) {
        await scaffolder.start({ templateRef: 't', values: { key: `${n}` } });
      }
      const context = contextOf(keyed);
      expect(await action.probe!(context)).toEqual({
        found: 'not yet',
        checkAfterMs: 10_000,
      });
      const [task] = scaffolder.tasks;
      task.status = 'completed';
      expect(await action.probe!(context)).toEqual({
        found: true,
        output: { taskId: task.id, link: `/create/tasks/${task.id}` },
      });
      task.status = 'cancelled';
      await expect(action.probe!(context)).rejects.toMatchObject({
        code: 'task_failed',
      });
    });

    it('says that there is no task, once the scaffolder had time for it', async () => {
      expect(await action.probe!(contextOf(keyed, 4_000))).toEqual({
        found: 'not yet',
        checkAfterMs: 6_000,
      });
      expect(await action.probe!(contextOf(keyed))).toEqual({ found: false });
    });

    it('looks back no further than the run’s start', async () => {
      now = START - 301_000;
      for (let n = 0; n < 5_000; n++) {
        await scaffolder.start({ templateRef: 't', values: {} });
      }
      now = START;
      expect(await action.probe!(contextOf(keyed))).toEqual({ found: false });
      expect(scaffolder.listed).toBe(1);
    });

    it('does not know without such a parameter, or among too many', async () => {
      await expect(action.probe!(contextOf(template))).rejects.toMatchObject({
        code: 'cannot_look',
        message: expect.stringContaining('keyParameter'),
      });
      for (let n = 0; n < 2_001; n++) {
        await scaffolder.start({ templateRef: 't', values: {} });
      }
      await expect(action.probe!(contextOf(keyed))).rejects.toMatchObject({
        code: 'cannot_look',
      });
    });

    it('repeats an action only if that says that it may be', async () => {
      const probe = () => action.probe!(contextOf(registry));
      expect(await probe()).toEqual({ found: false });
      list.mockResolvedValue([
        {
          id: 'catalog:refresh',
          attributes: { ...attributes, idempotent: false },
        },
      ]);
      await expect(probe()).rejects.toMatchObject({ code: 'cannot_look' });
      list.mockResolvedValue([]);
      await expect(probe()).rejects.toMatchObject({ code: 'cannot_look' });
    });
  });

  it.each<[Error, object]>([
    [
      new RefusedError(400, 'instance.name is required'),
      {
        code: 'refused',
        ambiguous: false,
        message: /instance.name.*Check what/,
      },
    ],
    [
      new RefusedError(404, ''),
      { code: 'refused', message: /does not say why/ },
    ],
    [new RefusedError(403, 'No'), { message: /may not run it/ }],
    [new RefusedError(429, 'No'), { retryable: true, ambiguous: false }],
    [new RefusedError(503, 'No'), { retryable: true, ambiguous: true }],
    [
      new TypeError('fetch failed'),
      { code: 'service_failed', ambiguous: true },
    ],
  ])(
    'says what %s means',
    async (error, { message = /./, ...expected }: any) => {
      scaffolder.start = async () => {
        throw error;
      };
      invoke.mockRejectedValue(error);
      for (const fields of [template, registry]) {
        const failure = await action.run(contextOf(fields)).catch(e => e);
        expect(failure).toMatchObject({ name: 'ActionError', ...expected });
        expect(failure.message).toMatch(message);
        expect(failure.message).not.toContain('fetch failed');
      }
    },
  );

  it.each<[RefusedError, object]>([
    [
      new RefusedError(
        400,
        'Invalid input to action "catalog:refresh"; caused by [{"path":["a","b"],"message":"Required"},{"path":[],"message":"Odd"}]',
      ),
      {
        code: 'refused',
        ambiguous: false,
        message:
          'catalog:refresh was not started (400): Invalid input to action "catalog:refresh"; a.b: Required; Odd. Check what it is given.',
      },
    ],
    [
      new RefusedError(
        400,
        'Invalid output from action "catalog:refresh"; caused by nothing',
      ),
      {
        code: 'answer_unreadable',
        ambiguous: true,
        message:
          'catalog:refresh was carried out, but what it gave back is not what it declares: nothing. Ask the owners of its plugin.',
      },
    ],
    [
      new RefusedError(404, 'Action "catalog:refresh" not found'),
      {
        code: 'refused',
        message:
          'catalog:refresh was not started: the portal has no such action. Check its name, that its plugin is installed, and that backend.actions lets it be seen.',
      },
    ],
    [
      new RefusedError(409, 'It is being refreshed'),
      {
        code: 'refused',
        ambiguous: false,
        message:
          'catalog:refresh failed (409): It is being refreshed. Check what it is given.',
      },
    ],
  ])(
    'tells refusals of the registry from those of the action: %s',
    async (error, expected) => {
      invoke.mockRejectedValue(error);
      const failure = await action.run(contextOf(registry)).catch(e => e);
      expect(failure).toMatchObject({ name: 'ActionError', ...expected });
    },
  );

  it('ends with its signal', async () => {
    const abort = new AbortController();
    invoke.mockImplementation(() => {
      abort.abort();
      return new Promise(() => {});
    });
    const context = { ...contextOf(registry), signal: abort.signal };
    await expect(action.run(context)).rejects.toMatchObject({
      code: 'timeout',
      ambiguous: true,
    });
  });
});

describe('the actions registry', () => {
  it('is called as this plugin, and its refusals are told apart', async () => {
    const service = { list, invoke: jest.fn() };
    const registryActions = RegistryActions.create({
      actions: service,
      auth: mockServices.auth({ pluginId: 'workflows' }),
    });
    service.invoke.mockResolvedValueOnce({ output: 7 });
    expect(await registryActions.invoke('a:b', { c: 1 })).toBe(7);
    expect(service.invoke).toHaveBeenCalledWith({
      id: 'a:b',
      input: { c: 1 },
      credentials: expect.objectContaining({
        principal: { type: 'service', subject: 'plugin:workflows' },
      }),
    });
    service.invoke.mockRejectedValueOnce(
      await ResponseError.fromResponse(
        new Response(
          '{"error":{"name":"InputError","message":"c: wrong"},"response":{"statusCode":400}}',
          { status: 400, headers: { 'content-type': 'application/json' } },
        ) as any,
      ),
    );
    await expect(registryActions.invoke('a:b', {})).rejects.toMatchObject({
      name: 'RefusedError',
      refusedWith: 400,
      reason: 'c: wrong',
    });
  });
});

it.each([
  [{ templates: ['a b:'] }, 'workflows.runbooks.templates[0]'],
  [{ actions: ['catalog:*'] }, 'workflows.runbooks.actions[0]'],
  [{ actions: ['a:b', 'refresh'] }, 'workflows.runbooks.actions[1]'],
])('the list of what may run is refused: %j', (runbooks, message) => {
  expect(() =>
    readAllowedRunbooks(new ConfigReader({ workflows: { runbooks } })),
  ).toThrow(message);
});
