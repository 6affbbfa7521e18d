import type { JsonObject } from '@backstage/types';
import {
  jsonValueSchema,
  runbookConfigSchema,
} from 'backstage-plugin-workflows-common';
import {
  type ActionContext,
  createWorkflowAction,
} from 'backstage-plugin-workflows-node';
import { z } from 'zod';
import {
  type RunbookRequest,
  checkAllowed,
  prepareRunbook,
} from './prepareRunbook';
import { invokeAction, mayRepeat } from './registryAction';
import type { RunbookPorts } from './RunbookPorts';
import { type TaskToken, checkTask, findTask, startTask } from './templateTask';

const outputSchema = z.object({
  taskId: z
    .string()
    .meta({
      description: 'The task of a template.',
      examples: ['0190c0de-0000-4000-8000-000000000001'],
    })
    .optional(),
  link: z
    .string()
    .meta({ description: 'The task’s page in the portal.' })
    .optional(),
  output: jsonValueSchema
    .meta({ description: 'What the template or the action gave.' })
    .optional(),
});

export type RunbookOutput = z.infer<typeof outputSchema>;

/** A template's, or an action's request. */
type Of<T extends RunbookRequest['operation'], C> = C & {
  request: RunbookRequest & { operation: T };
};

/**
 * A template of the scaffolder, or an action of Backstage's actions registry, of
 * those that the configuration allows. Both are run by this plugin, as nobody.
 */
export function createRunbookAction(
  ports: RunbookPorts,
  { now = Date.now }: { now?: () => number } = {},
) {
  const { actions, allowed, scaffolder } = ports;
  return createWorkflowAction({
    id: 'runbook',
    title: 'Runbook',
    description:
      'Runs a template of the scaffolder and waits for it, or an action of the actions registry, of those that the portal’s configuration allows.',
    schema: { config: runbookConfigSchema, output: outputSchema },
    effect: 'probed',
    prepare: options => prepareRunbook(options, allowed),
    sampleOutput: ({ operation }) =>
      operation === 'action'
        ? { output: {} }
        : {
            taskId: '00000000-0000-4000-8000-000000000000',
            link: '/create/tasks/00000000-0000-4000-8000-000000000000',
            output: {},
          },
    async run(context) {
      checkAllowed(context.request as RunbookRequest, allowed);
      return isTemplate(context)
        ? startTask(scaffolder, context, now())
        : invokeAction(actions, context as Of<'action', typeof context>);
    },
    check: (context, token) =>
      checkTask(
        scaffolder,
        context as Of<'template', typeof context>,
        token as TaskToken,
        now(),
      ),
    probe: async context =>
      isTemplate(context)
        ? findTask(scaffolder, context, now())
        : mayRepeat(actions, context as Of<'action', typeof context>),
  });
}

function isTemplate<C extends ActionContext<JsonObject>>(
  context: C,
): context is Of<'template', C> {
  return (context.request as RunbookRequest).operation === 'template';
}
