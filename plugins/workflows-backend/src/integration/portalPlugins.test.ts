import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type {
  ActionData,
  WorkflowNode,
} from 'backstage-plugin-workflows-common';
import { ScaffolderClient } from '../actions/runbook/ScaffolderClient';
import {
  BackendProcess,
  PROCESS_DATABASES,
} from './__testUtils__/BackendProcess';
import { definition } from './__testUtils__/definitions';
import { eventually } from './__testUtils__/eventually';

jest.setTimeout(240_000);

const PORTAL = join(__dirname, '__testUtils__/portal');

function action(actionType: string, config: JsonObject): WorkflowNode {
  return {
    id: 'do',
    type: 'action',
    position: { x: 0, y: 0 },
    data: { actionType, config } as unknown as ActionData,
  };
}

const template = (fields: JsonObject) =>
  action('runbook', {
    operation: 'template',
    templateRef: 'template:default/restart',
    ...fields,
  });
const registry = (actionId: string, input: JsonObject = {}) =>
  action('runbook', { operation: 'action', actionId, input });

/** What each workflow does, by the service whose incidents start it. */
const STEPS: Record<string, Record<string, WorkflowNode>> = {
  checkout: {
    tell: action('notification', {
      owner: true,
      assignee: true,
      recipients: ['user:default/carol', 'group:default/payments'],
      title: '{{ incident.title }}',
      severity: 'critical',
    }),
    restart: template({
      values: { service: '{{ entity.metadata.name }}', instances: 2 },
      keyParameter: 'key',
    }),
    'restart what is not there': template({ values: { service: 'ghost' } }),
    'restart nothing': template({ values: { instances: 2 } }),
    'a template that is gone': template({
      templateRef: 'template:default/gone',
    }),
    'a forbidden template': template({
      templateRef: 'template:default/forbidden',
    }),
    reserve: registry('desk:reserve', { desk: 7 }),
    'reserve nothing': registry('desk:reserve', { desk: 'seven' }),
    'reserve what is not there': registry('desk:reserve', { desk: 700 }),
    'a forbidden action': registry('desk:burn'),
    'an action that is gone': registry('desk:gone'),
    'an action that fails once': registry('desk:tidy'),
    'an action with a wrong answer': registry('desk:move'),
  },
  lost: {
    'lost notification': action('notification', {
      recipients: ['user:default/carol'],
      title: 'Once',
    }),
    'lost task': template({
      values: { service: 'checkout' },
      keyParameter: 'key',
    }),
  },
};

describe.each(PROCESS_DATABASES)(
  'with the plugins of a real portal, on $name',
  database => {
    let backend: BackendProcess;
    let steps: Record<string, any>;

    /** An incident of a service; gives the steps of the workflows that it started. */
    async function incidentOf(service: string) {
      const names = Object.keys(STEPS[service]);
      const body = { id: service, title: `Down: ${service}`, service };
      expect(
        await backend.hook(
          'generic',
          JSON.stringify({ ...body, assignee: 'bob@example.com' }),
        ),
      ).toBe(202);
      const runs: any[] = await eventually(
        async () =>
          (
            await backend.api('/executions?limit=100')
          ).items.filter(({ workflowName }: any) =>
            names.includes(workflowName),
          ),
        items =>
          items.length === names.length &&
          items.every((item: any) => item.finishedAt),
        120_000,
      );
      const details = await Promise.all(
        runs.map(({ id }) => backend.api(`/executions/${id}`)),
      );
      return Object.fromEntries(
        details.map(run => [
          run.workflowName,
          run.steps.find(({ nodeId }: any) => nodeId === 'do'),
        ]),
      );
    }

    const { signal } = new AbortController();
    const portal = {
      calls: async () => ({
        notifications: await backend.ask<number>('calls of notifications'),
        scaffolder: await backend.ask<number>('calls of scaffolder'),
      }),
      /** The real API, by the client that the action uses. */
      scaffolder: () =>
        ScaffolderClient.create({
          auth: mockServices.auth.mock({
            getPluginRequestToken: async () => ({ token: backend.token }),
          }),
          discovery: mockServices.discovery.mock({
            getBaseUrl: async id => `${backend.baseUrl}/api/${id}`,
          }),
        }),
    };

    beforeAll(async () => {
      backend = await BackendProcess.create({
        database,
        program: join(PORTAL, 'backend.ts'),
        workflows: {
          sources: {
            generic: {
              type: 'generic',
              insecure: true,
              fields: {
                incidentKey: 'id',
                title: 'title',
                service: 'service',
                assignee: 'assignee',
              },
            },
          },
          runbooks: {
            templates: ['template:default/restart', 'template:default/gone'],
            actions: ['desk:reserve', 'desk:tidy', 'desk:move', 'desk:gone'],
          },
        },
        backend: { actions: { pluginSources: ['desk'] } },
        root: {
          app: { baseUrl: 'http://localhost:3000' },
          catalog: {
            rules: [{ allow: ['Component', 'Group', 'Template', 'User'] }],
            locations: [{ type: 'file', target: join(PORTAL, 'catalog.yaml') }],
            processingInterval: { seconds: 1 },
          },
        },
      });
      await backend.start();
      await eventually(
        () => backend.ask<string[]>('known entities'),
        refs => refs.length === 6,
      );
      for (const [service, workflows] of Object.entries(STEPS)) {
        for (const [name, step] of Object.entries(workflows)) {
          await backend.run(
            name,
            definition([step], ['start>do'], {
              type: 'incident_created',
              conditions: [
                { field: 'service', operator: 'equals', value: service },
              ],
            }),
          );
        }
      }
      steps = await incidentOf('checkout');
    });

    afterAll(async () => {
      await backend?.dispose();
    });

    it('notifies members of the owning group and users, each once', async () => {
      expect(steps.tell).toMatchObject({
        state: 'completed',
        effectState: 'confirmed',
        output: {
          recipients: [
            'group:default/payments',
            'user:default/carol',
            'user:default/bob',
          ],
        },
      });
      const rows = (await backend.ask<any[]>('notifications'))
        .filter(({ title }) => title === 'Down: checkout')
        .sort((a, b) => a.user.localeCompare(b.user));
      expect(rows).toEqual(
        ['alice', 'bob', 'carol'].map(name => ({
          user: `user:default/${name}`,
          title: 'Down: checkout',
          link: expect.stringMatching(/^\/workflows\/incidents\/[0-9a-f-]+$/),
          origin: 'plugin:workflows',
          severity: 'critical',
          topic: 'workflows',
          scope: expect.stringMatching(/^workflows:[0-9a-f-]+\.do$/),
        })),
      );
    });

    it('runs a template, waits for it, and keeps its output', async () => {
      const { taskId } = steps.restart.output;
      expect(steps.restart).toMatchObject({
        state: 'completed',
        effectState: 'confirmed',
        output: {
          link: `/create/tasks/${taskId}`,
          output: {
            owner: 'payments',
            instances: 2,
            user: 'nobody',
            links: [
              {
                title: 'Dashboard',
                url: 'https://dashboard.example.com/checkout',
              },
            ],
          },
        },
      });
      expect(await portal.scaffolder().get(taskId, signal)).toMatchObject({
        status: 'completed',
        parameters: {
          service: 'checkout',
          instances: 2,
          key: expect.stringMatching(/\.do$/),
        },
      });
    });

    it.each<[string, string, RegExp]>([
      [
        'restart what is not there',
        'task_failed',
        /^The template's task ended as failed: Entity component:default\/ghost not found\. Its log is at \/create\/tasks\/[0-9a-f-]+\.$/,
      ],
      [
        'restart nothing',
        'refused',
        /^template:default\/restart was not started \(400\): values requires property "service"\. Check what it is given\.$/,
      ],
      [
        'a template that is gone',
        'refused',
        /^template:default\/gone was not started \(404\): Template template:default\/gone not found\. Check its name, and that it and its plugin are installed\.$/,
      ],
      [
        'a forbidden template',
        'not_allowed',
        /^Nothing was started: workflows may not run template:default\/forbidden, as it is not named in workflows\.runbooks\.templates of the portal's configuration; ask its administrators\.$/,
      ],
      [
        'reserve nothing',
        'refused',
        /^desk:reserve was not started \(400\): Invalid input to action "desk:reserve"; desk: Expected number, received string\. Check what it is given\.$/,
      ],
      [
        'reserve what is not there',
        'refused',
        /^desk:reserve failed \(404\): There is no desk 700\. Check what it is given\.$/,
      ],
      [
        'a forbidden action',
        'not_allowed',
        /^Nothing was started: workflows may not run desk:burn, as it is not named in workflows\.runbooks\.actions of the portal's configuration; ask its administrators\.$/,
      ],
      [
        'an action that is gone',
        'refused',
        /^desk:gone was not started: the portal has no such action\. Check its name, that its plugin is installed, and that backend\.actions lets it be seen\.$/,
      ],
    ])('fails %s with words that help', (name, code, message) => {
      expect(steps[name]).toMatchObject({
        state: 'failed',
        error: {
          code,
          message: expect.stringMatching(message),
        },
      });
    });

    it('invokes an action as this plugin', async () => {
      const reserved = { desk: 7, by: 'plugin:workflows' };
      expect(steps.reserve).toMatchObject({
        state: 'completed',
        output: { output: reserved },
      });
      const all = await backend.ask<any[]>('desks');
      expect(all.filter(({ desk }) => desk > 0)).toEqual([reserved]);
    });

    it('repeats an action that says that it may be', () => {
      expect(steps['an action that fails once']).toMatchObject({
        state: 'completed',
        output: { output: { times: 2 } },
        attempts: [{ outcome: 'ambiguous' }, { outcome: 'succeeded' }],
      });
    });

    it('is in doubt about an action that was carried out with a wrong answer', async () => {
      const all = await backend.ask<any[]>('desks');
      expect(all.filter(({ by }) => by === 'mover')).toHaveLength(1);
      expect(steps['an action with a wrong answer']).toMatchObject({
        state: 'failed',
        effectState: 'in_doubt',
        attempts: [
          {
            error: {
              code: 'answer_unreadable',
              message:
                'desk:move was carried out, but what it gave back is not what it declares: to: Expected string, received number. Ask the owners of its plugin.',
            },
          },
          { error: { code: 'cannot_look' } },
        ],
      });
    });

    it('does once what was done already when its answer was lost', async () => {
      const before = await portal.calls();
      await backend.ask('lose an answer of notifications');
      await backend.ask('lose an answer of scaffolder');
      const lost = await incidentOf('lost');
      const [notification, task] = [
        lost['lost notification'],
        lost['lost task'],
      ];
      expect(notification).toMatchObject({
        state: 'completed',
        effectState: 'confirmed',
        attempts: [{ outcome: 'ambiguous' }, { outcome: 'succeeded' }],
      });
      expect(
        (await backend.ask<any[]>('notifications')).filter(
          ({ title }) => title === 'Once',
        ),
      ).toHaveLength(1);
      expect(task).toMatchObject({
        state: 'completed',
        effectState: 'found',
        output: { output: { owner: 'payments' } },
        attempts: [{ outcome: 'ambiguous' }],
      });
      // The notification was sent again, the task only looked for.
      expect(await portal.calls()).toEqual({
        notifications: before.notifications + 2,
        scaffolder: before.scaffolder + 1,
      });
      const tasks = await portal
        .scaffolder()
        .list({ limit: 100, offset: 0 }, signal);
      expect(
        tasks.filter(({ parameters }) => parameters.key === task.effectKey),
      ).toHaveLength(1);
    });
  },
);
