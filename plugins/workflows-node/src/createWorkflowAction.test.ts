import { z } from 'zod';
import { ActionError } from './ActionError';
import { createWorkflowAction } from './createWorkflowAction';
import { mockPrepareOptions } from './testUtils/mockPrepareOptions';

const page = createWorkflowAction({
  id: 'acme:page',
  title: 'Page',
  description: 'Pages someone.',
  schema: {
    config: z.strictObject({ who: z.string(), times: z.int().optional() }),
    output: z.object({ pageId: z.string() }),
  },
  effect: 'keyed',
  prepare: ({ config, effectKey }) => ({ to: config.who, key: effectKey }),
  run: async ({ request }) => {
    // The request's type follows from `prepare`.
    const to: string = request.to;
    return { status: 'done', output: { pageId: `${to}-${request.key}` } };
  },
});

it('infers config, request and output', async () => {
  const request: { to: string; key: string } = page.prepare(
    mockPrepareOptions({ config: { who: 'sam' }, effectKey: 'k1' }),
  );
  page.prepare({
    ...mockPrepareOptions({ config: { who: 'sam' } }),
    // @ts-expect-error the schema's fields are the config's
    config: { whom: 'sam' },
  });
  const result = await page.run({
    request,
    effectKey: 'k1',
    attempt: 1,
    signal: new AbortController().signal,
    egress: { fetch: () => Promise.reject(new Error('not used')) },
    logger: undefined as never,
  });
  // @ts-expect-error an action that waits has no output yet
  const output: { pageId: string } = result.output;
  expect(output).toEqual({ pageId: 'sam-k1' });
});

it('refuses an output of another shape when it is written', () => {
  const schema = { config: z.object({}), output: z.object({ id: z.string() }) };
  createWorkflowAction({
    id: 'acme:wrong',
    title: 'Wrong',
    description: 'Wrong.',
    schema,
    effect: 'in_doubt',
    prepare: () => ({}),
    // @ts-expect-error the output's id is text
    run: async () => ({ status: 'done', output: { id: 5 } }),
  });
  expect(schema.output.safeParse({ id: 5 }).success).toBe(false);
});

it('an error is final and unambiguous unless it says otherwise', () => {
  expect(new ActionError('no', { code: 'refused' })).toMatchObject({
    name: 'ActionError',
    message: 'no',
    code: 'refused',
    retryable: false,
    ambiguous: false,
  });
  expect(
    new ActionError('later', {
      code: 'busy',
      retryable: true,
      retryAfterMs: 5,
    }),
  ).toMatchObject({ retryable: true, retryAfterMs: 5 });
});
