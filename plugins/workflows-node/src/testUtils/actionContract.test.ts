/* eslint-disable jest/expect-expect -- refuses() expects */
import { connect } from 'node:net';
import { z } from 'zod';
import { ActionError } from '../ActionError';
import type { WorkflowAction } from '../createWorkflowAction';
import { checkHearsItsSignal } from './abortContract';
import {
  checkDescribesItself,
  checkExamples,
  checkSchemas,
} from './actionSchemaContract';
import type { ContractedAction } from './ContractedAction';
import { checkFailsReadably, checkLooksHonestly } from './failureContract';
import { checkPreparesPurely, checkSamples } from './prepareContract';
import {
  checkDoesIt,
  checkSendsItsKey,
  checkSendsTheSame,
} from './runContract';
import { testWorkflowAction } from './testWorkflowAction';

/** The smallest action that keeps to the contract, with parts of it replaced. */
function actionWith(parts: Partial<WorkflowAction> = {}): ContractedAction {
  const action: WorkflowAction = {
    id: 'acme:page',
    title: 'Page',
    description: 'Pages somebody.',
    effect: 'keyed',
    schema: {
      config: z.strictObject({ text: z.string().meta({ title: 'Text' }) }),
      output: z.object({ id: z.number() }),
    },
    prepare: ({ config, effectKey }) => ({
      method: 'POST',
      url: 'https://pager.example.com/pages',
      body: JSON.stringify({ ...config, key: effectKey }),
    }),
    async run({ request, egress, signal }) {
      const answer = await egress.fetch(request, { signal });
      const read = pageSchema.safeParse(tryJson(answer.body));
      if (answer.status !== 200 || !read.success) {
        throw new ActionError(`The pager answered ${answer.status}.`, {
          code: 'http_status',
        });
      }
      return { status: 'done', output: { id: read.data.id } };
    },
    sampleOutput: () => ({ id: 1 }),
    ...parts,
  };
  return {
    action,
    configs: {
      text: { config: { text: 'Fire' }, answer: () => ({ body: '{"id":7}' }) },
    },
  };
}

const pageSchema = z.object({ id: z.number() });

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const { action } = actionWith();
const wellBehaved = actionWith();

testWorkflowAction(wellBehaved);

testWorkflowAction({
  action: {
    ...action,
    id: 'acme:slow',
    effect: 'probed',
    run: async () => ({ status: 'waiting', checkAfterMs: 5, token: 'page' }),
    check: context => action.run(context),
    async probe(context) {
      const result = await action.run(context);
      return result.status === 'done'
        ? { found: true, output: result.output }
        : { found: false };
    },
  },
  configs: wellBehaved.configs,
});

const refuses = async (
  check: (contracted: ContractedAction) => unknown,
  contracted: ContractedAction,
  message: string,
) => expect((async () => check(contracted))()).rejects.toThrow(message);

const done = { status: 'done', output: { id: 1 } } as const;

describe('the contract refuses an action that', () => {
  it.each<[string, Partial<WorkflowAction>]>([
    ['its id "Acme.page"', { id: 'Acme.page' }],
    ['no title', { title: ' ' }],
    ['no description', { description: '' }],
    ['its effect is "once"', { effect: 'once' as any }],
    ['its effect is probed, and it has no probe', { effect: 'probed' }],
    [
      'its effect is keyed, and it has a probe',
      { probe: async () => ({ found: false }) },
    ],
  ])('describes itself badly: %s', (message, parts) =>
    refuses(checkDescribesItself, actionWith(parts), message),
  );

  it.each<[string, z.ZodType<any>]>([
    ['config.text has no title', z.object({ text: z.string() })],
    [
      'config.at.floor has no title',
      z.object({
        at: z.object({ floor: z.number() }).meta({ title: 'Where' }),
      }),
    ],
    [
      'transforms',
      z.object({
        text: z
          .string()
          .transform(text => text.length)
          .meta({ title: 'Text' }),
      }),
    ],
    ['schema.config is no object', z.string()],
  ])('has a schema without a form: %s', (message, config) =>
    refuses(
      checkSchemas,
      actionWith({ schema: { config, output: z.any() } }),
      message,
    ),
  );

  it('has an output that no template can be checked by', () =>
    refuses(
      checkSchemas,
      actionWith({ schema: { ...action.schema, output: z.date() } }),
      'schema.output has no JSON Schema',
    ));

  it('is tested with nothing, or with what it does not take', async () => {
    await refuses(checkExamples, { action, configs: {} }, 'no config');
    await refuses(
      checkExamples,
      { action, configs: { number: { config: { text: 1 } } } },
      'number: text: ',
    );
  });

  it.each<[string, WorkflowAction['prepare']]>([
    ['the second time', () => ({ id: Math.random() })],
    ['with a clock', () => ({ at: new Date().toISOString() })],
    ['the request is no JSON', () => ({ at: new Date(0) } as any)],
    ['the request is no JSON', () => ({ to: undefined })],
    [
      'fetch is not the way out',
      () => {
        globalThis.fetch('http://127.0.0.1:9').catch(() => {});
        return {};
      },
    ],
    [
      'read only',
      ({ config }) => {
        config.text = 'Smoke';
        return config;
      },
    ],
  ])('prepares what cannot be kept: %s', (message, prepare) =>
    refuses(checkPreparesPurely, actionWith({ prepare }), message),
  );

  it('gives a sample of something else', () =>
    refuses(
      checkSamples,
      actionWith({ sampleOutput: () => ({ id: 'seven' }) }),
      'sampleOutput does not fit',
    ));

  it.each<[string, WorkflowAction['run']]>([
    [
      'fetch is not the way out',
      async () => {
        await fetch('http://127.0.0.1:9');
        return done;
      },
    ],
    [
      'it reaches for net.connect',
      async () => {
        try {
          connect(9, '127.0.0.1').on('error', () => {});
        } catch {
          // Swallowed, as an SDK might.
        }
        return done;
      },
    ],
    [
      'the output does not fit',
      async () => ({ status: 'done', output: { id: 'seven' } }),
    ],
    [
      'the output is no JSON',
      async () =>
        ({ status: 'done', output: { id: 1, at: new Date(0) } } as any),
    ],
    ['neither done nor waiting', async () => ({} as any)],
    [
      'has no check',
      async () => ({ status: 'waiting', checkAfterMs: 1, token: 1 }),
    ],
  ])('does it badly: %s', (message, run) =>
    refuses(checkDoesIt, actionWith({ run }), message),
  );

  it('waits for ever', () =>
    refuses(
      checkDoesIt,
      actionWith({
        run: async () => ({ status: 'waiting', checkAfterMs: 1, token: 1 }),
        check: async () => ({ status: 'waiting', checkAfterMs: 1, token: 1 }),
      }),
      'still waits',
    ));

  it('sends something else on the second attempt', () => {
    let attempts = 0;
    return refuses(
      checkSendsTheSame,
      actionWith({
        run: context =>
          action.run({
            ...context,
            request: { ...context.request, body: `${attempts++}` },
          }),
      }),
      'sends something else',
    );
  });

  it('says that it is keyed, and is not', () =>
    refuses(
      checkSendsItsKey,
      actionWith({ prepare: ({ config }) => config }),
      'nothing that depends on the key',
    ));

  it.each<[string, WorkflowAction['run']]>([
    [
      'throws SyntaxError, not an ActionError',
      async ({ request, egress, signal }) => {
        const { body } = await egress.fetch(request as any, { signal });
        return { status: 'done', output: JSON.parse(body) };
      },
    ],
    [
      'a status, which would become',
      async context => {
        try {
          return await action.run(context);
        } catch (error) {
          throw Object.assign(error as Error, { status: 401 });
        }
      },
    ],
    [
      'without a message',
      async context => {
        try {
          return await action.run(context);
        } catch {
          throw new ActionError('', { code: 'failed' });
        }
      },
    ],
  ])('fails unreadably: %s', (message, run) =>
    refuses(checkFailsReadably, actionWith({ run }), message),
  );

  it('takes a failed look for an answer', () =>
    refuses(
      checkLooksHonestly,
      actionWith({
        effect: 'probed',
        async probe({ request, egress, signal }) {
          const { body } = await egress.fetch(request, { signal });
          return body.includes('page')
            ? { found: true, output: { id: 1 } }
            : { found: false };
        },
      }),
      'though it could not look',
    ));

  it('goes on after its signal', async () => {
    await refuses(
      checkHearsItsSignal,
      actionWith({
        run: ({ request, egress }) =>
          egress
            .fetch(request as any, { signal: new AbortController().signal })
            .then(() => done),
      }),
      'it goes on after its signal',
    );
    await refuses(
      checkHearsItsSignal,
      actionWith({
        run: context =>
          action.run(context).catch(error => {
            throw new Error(`It failed: ${error}`);
          }),
      }),
      'not an ActionError',
    );
  });
});
