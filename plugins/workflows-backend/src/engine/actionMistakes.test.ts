import {
  ActionError,
  type WorkflowAction,
  createWorkflowAction,
} from 'backstage-plugin-workflows-node';
import { LIMITS } from 'backstage-plugin-workflows-common';
import { z } from 'zod';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { custom, engineUnderTest } from './testing/engineUnderTest';
import { definition } from './testing/fixtures';

const circle: Record<string, unknown> = {};
circle.self = circle;

/** What only JavaScript can do, since the types forbid it. */
function careless(parts: Record<string, unknown>): WorkflowAction {
  return createWorkflowAction({
    id: 'acme:do',
    title: 'Do',
    description: 'Does it.',
    schema: { config: z.object({}), output: z.any() },
    effect: 'probed',
    prepare: () => ({}),
    run: async () => ({ status: 'done', output: null }),
    ...parts,
  } as any);
}

describe('an action that gives what it must not', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();

  async function run(
    id: (typeof ids)[number][0],
    parts: Record<string, unknown>,
  ) {
    const test = engineUnderTest(await migratedDatabase(databases, id), {
      actions: [careless(parts)],
    });
    const execution = await test.start(definition([custom('do', 'acme:do')]));
    for (let turn = 0; turn < 3; turn += 1) {
      await test.drain();
      test.clock.advance(3_600_000);
    }
    return {
      row: (await test.execution(execution))!,
      step: (await test.steps(execution)).do,
      attempts: await test.attempts(execution, 'do'),
    };
  }

  it.each(ids)(
    'keeps its effect and output when its response is no JSON, on %s',
    async id => {
      const { row, step, attempts } = await run(id, {
        run: async () => ({
          status: 'done',
          output: { ticket: 7 },
          response: circle,
        }),
      });
      expect(row.status).toBe('COMPLETED');
      expect(step).toMatchObject({
        effect_state: 'confirmed',
        output: { ticket: 7 },
      });
      expect(attempts).toEqual([
        expect.objectContaining({
          outcome: 'succeeded',
          response: { unreadable: expect.stringContaining('no JSON') },
        }),
      ]);
    },
  );

  it.each(ids)(
    'keeps why it failed when the response of the error is no JSON, on %s',
    async id => {
      const { row, step } = await run(id, {
        run: async () => {
          throw new ActionError('It answered 404.', {
            code: 'http_status',
            response: circle as any,
          });
        },
      });
      expect(row).toMatchObject({
        status: 'FAILED',
        reason_code: 'action_failed',
        reason: 'do: It answered 404.',
      });
      expect(step.effect_state).toBe('none');
    },
  );

  const wait = { status: 'waiting', checkAfterMs: 1, token: 1 };
  it.each(
    ids.flatMap(([id]) =>
      (
        [
          ['an output in a circle', { status: 'done', output: circle }],
          ['a token in a circle', { ...wait, token: circle }],
          ['a huge token', { ...wait, token: 'x'.repeat(LIMITS.outputChars) }],
          ['no time to look again', { ...wait, checkAfterMs: undefined }],
          ['NaN as the time to look again', { ...wait, checkAfterMs: NaN }],
          ['no status', {}],
          ['nothing', undefined],
        ] as const
      ).map(([what, result]) => [what, id, result] as const),
    ),
  )('fails clearly after its effect with %s on %s', async (_, id, result) => {
    const { row, step, attempts } = await run(id, { run: async () => result });
    expect(row).toMatchObject({
      status: 'FAILED',
      reason_code: 'internal_error',
      due_at: null,
    });
    expect(step).toMatchObject({
      state: 'failed',
      effect_state: 'confirmed',
      wait_token: null,
    });
    expect(attempts).toEqual([
      expect.objectContaining({ outcome: 'succeeded' }),
    ]);
  });

  it.each(
    ids.flatMap(([id]) =>
      [undefined, {}, { found: 'not yet', checkAfterMs: NaN }].map(
        result => [result, id] as const,
      ),
    ),
  )(
    'sends nothing again after a probe that gives %j on %s',
    async (result, id) => {
      const send = jest.fn().mockRejectedValue(
        new ActionError('Nobody answered.', {
          code: 'timeout',
          ambiguous: true,
        }),
      );
      const { row, step } = await run(id, {
        run: send,
        probe: async () => result,
      });
      expect(row).toMatchObject({
        status: 'FAILED',
        reason_code: 'internal_error',
        due_at: null,
      });
      expect(step.effect_state).toBe('in_doubt');
      expect(send).toHaveBeenCalledTimes(1);
    },
  );

  it.each(ids)(
    'is tried again after a pause that is no number on %s',
    async id => {
      const { row } = await run(id, {
        run: jest
          .fn()
          .mockRejectedValueOnce(
            new ActionError('Busy.', {
              code: 'busy',
              retryable: true,
              retryAfterMs: NaN,
            }),
          )
          .mockResolvedValue({ status: 'done', output: null }),
      });
      expect(row.status).toBe('COMPLETED');
    },
  );

  it.each(ids)(
    'may give 50 MB, of which the start is kept, on %s',
    async id => {
      const { row, step } = await run(id, {
        run: async () => ({
          status: 'done',
          output: { id: 7, log: 'x'.repeat(50_000_000) },
        }),
      });
      expect(row.status).toBe('COMPLETED');
      expect(step.output.id).toBe(7);
      expect(step.output.log).toMatch(/x… \[truncated, 50000000 characters\]$/);
      expect(JSON.stringify(step.output).length).toBeLessThan(
        LIMITS.outputChars + 100,
      );
    },
  );
});
