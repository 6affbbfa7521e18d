import {
  ActionError,
  createWorkflowAction,
} from 'backstage-plugin-workflows-node';
import type { Knex } from 'knex';
import { z } from 'zod';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { custom, engineUnderTest, webhook } from './testing/engineUnderTest';
import { definition } from './testing/fixtures';
import { Receiver } from './testing/receiver';

const acme = (options: Record<string, unknown>) =>
  createWorkflowAction({
    id: 'acme:do',
    title: 'Do',
    description: 'Does it.',
    schema: { config: z.object({}), output: z.any() },
    effect: 'in_doubt',
    prepare: ({ effectKey }: { effectKey: string }) => ({ key: effectKey }),
    run: async () => ({ status: 'done', output: 'ran' }),
    ...options,
  } as any);

const ambiguous = () =>
  new ActionError('Nobody answered.', { code: 'timeout', ambiguous: true });

/** The database, with something that happens after each transaction. */
function afterTransactions(knex: Knex, after: () => Promise<void>): Knex {
  const wrapped = ((table: string) => knex(table)) as unknown as Knex;
  Object.setPrototypeOf(wrapped, knex);
  Object.defineProperty(wrapped, 'transaction', {
    value: async (work: (trx: Knex.Transaction) => Promise<unknown>) => {
      const result = await knex.transaction(work);
      await after();
      return result;
    },
  });
  return wrapped;
}

describe('a run', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();
  let receiver: Receiver;
  afterEach(() => receiver?.stop());

  it.each(ids)(
    'is taken over after a crash, and sends the same bytes under the same key, on %s',
    async id => {
      let hang = true;
      receiver = await Receiver.start((_, response) => {
        if (!hang) {
          response.end();
        }
      });
      let title = 'first';
      const knex = await migratedDatabase(databases, id);
      const test = engineUnderTest(knex, {
        loadIncident: async () => ({ title } as any),
      });
      const execution = await test.start(
        definition([webhook('tell', receiver.url)]),
      );
      // The first worker sends, and is never heard of again: its writes fail.
      const dead = new AbortController();
      const first = test.run((await test.claim())!, dead.signal);
      while (receiver.received.length === 0) {
        await new Promise(resolve => setTimeout(resolve, 5));
      }
      expect((await test.steps(execution)).tell).toMatchObject({
        state: 'running',
        effect_state: 'sent',
      });

      expect(await test.claim()).toBeUndefined();
      test.clock.advance(10_001);
      hang = false;
      title = 'second';
      const second = (await test.claim())!;
      expect(second.epoch).toBe(2);
      await test.run(second);
      const row = await test.execution(execution);
      expect(row).toMatchObject({ status: 'COMPLETED', epoch: 2 });
      expect(receiver.received).toHaveLength(2);
      const [one, two] = receiver.received;
      expect(two.body).toBe('{"title":"first"}');
      expect(two.body).toBe(one.body);
      expect(two.headers['idempotency-key']).toBe(
        one.headers['idempotency-key'],
      );
      expect(await test.attempts(execution, 'tell')).toEqual([
        expect.objectContaining({
          outcome: 'ambiguous',
          error: expect.objectContaining({ code: 'interrupted' }),
        }),
        expect.objectContaining({ outcome: 'succeeded' }),
      ]);

      // The first one wakes up with a stale epoch: nothing of it is written.
      const before = await knex('workflow_step_attempts').orderBy('attempt');
      dead.abort();
      await first;
      expect(await test.execution(execution)).toEqual(row);
      expect(await knex('workflow_step_attempts').orderBy('attempt')).toEqual(
        before,
      );
      expect(receiver.received).toHaveLength(2);
    },
  );

  it.each(ids)('starts nothing with a stale epoch on %s', async id => {
    receiver = await Receiver.start();
    const test = engineUnderTest(await migratedDatabase(databases, id));
    const execution = await test.start(
      definition([webhook('tell', receiver.url)]),
    );
    const stale = (await test.claim())!;
    test.clock.advance(10_001);
    await test.claim();
    await test.run(stale);
    expect(receiver.received).toEqual([]);
    expect(await test.steps(execution)).toEqual({});
    expect(await test.execution(execution)).toMatchObject({
      status: 'RUNNING',
      epoch: 2,
    });
  });

  it.each(ids)(
    'that was paused asks again before it sends, on %s',
    async id => {
      receiver = await Receiver.start();
      const knex = await migratedDatabase(databases, id);
      let now = 0;
      const test = engineUnderTest(knex, {
        monotonic: () => now,
        // Paused right after the request was written as sent, and taken over.
        knex: afterTransactions(knex, async () => {
          now += 30_000;
          await knex('workflow_executions').update({ epoch: 7 });
        }),
      });
      const execution = await test.start(
        definition([webhook('tell', receiver.url)]),
      );
      await test.run((await test.claim())!);
      expect((await test.steps(execution)).tell.effect_state).toBe('sent');
      expect(receiver.received).toEqual([]);
    },
  );

  it.each(ids)(
    'that must stop before it sends is in no doubt on %s',
    async id => {
      const run = jest.fn().mockResolvedValue({ status: 'done', output: 1 });
      const knex = await migratedDatabase(databases, id);
      const stop = new AbortController();
      const test = engineUnderTest(knex, {
        actions: [acme({ run })],
        knex: afterTransactions(knex, async () => stop.abort()),
      });
      const execution = await test.start(definition([custom('do', 'acme:do')]));
      await test.run((await test.claim())!, stop.signal);
      expect(run).not.toHaveBeenCalled();
      expect((await test.steps(execution)).do).toMatchObject({
        state: 'running',
        effect_state: 'none',
      });
      test.clock.advance(10_001);
      await test.drain();
      expect((await test.execution(execution))?.status).toBe('COMPLETED');
    },
  );

  it.each(ids)(
    'retries with jitter, Retry-After as the least, and the same request, on %s',
    async id => {
      receiver = await Receiver.start((_, response, count) => {
        response.statusCode = [429, 503, 200][count - 1];
        if (count === 1) {
          response.setHeader('Retry-After', '60');
        }
        response.end();
      });
      const test = engineUnderTest(await migratedDatabase(databases, id), {
        random: () => 0.5,
      });
      const execution = await test.start(
        definition([webhook('tell', receiver.url)]),
      );
      await test.drain();
      expect(await test.execution(execution)).toMatchObject({
        status: 'WAITING',
      });
      expect((await test.steps(execution)).tell).toMatchObject({
        state: 'waiting',
        effect_state: 'none',
        error: { code: 'http_status' },
      });
      test.clock.advance(59_999);
      await test.drain();
      expect(receiver.received).toHaveLength(1);
      test.clock.advance(1);
      await test.drain();
      expect(receiver.received).toHaveLength(2);
      expect(Number((await test.execution(execution))?.due_at)).toBe(
        test.clock.read() + 3_000,
      );
      test.clock.advance(3_000);
      await test.drain();
      expect((await test.execution(execution))?.status).toBe('COMPLETED');
      expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
      expect(
        (await test.attempts(execution, 'tell')).map(({ outcome }) => outcome),
      ).toEqual(['failed', 'failed', 'succeeded']);
    },
  );

  it.each(ids)('fails when its attempts are used up on %s', async id => {
    receiver = await Receiver.start((_, response) => {
      response.statusCode = 500;
      response.end();
    });
    const test = engineUnderTest(await migratedDatabase(databases, id));
    const execution = await test.start(
      definition([webhook('tell', receiver.url, { retry: { attempts: 2 } })]),
    );
    await test.drain();
    test.clock.advance(2_000);
    await test.drain();
    expect(await test.execution(execution)).toMatchObject({
      status: 'FAILED',
      reason_code: 'action_failed',
    });
    expect(receiver.received).toHaveLength(2);
  });

  it.each(ids)(
    'repeats a keyed request after a timeout, and keeps the doubt until an answer, on %s',
    async id => {
      receiver = await Receiver.start((_, response, count) => {
        if (count > 1) {
          response.end();
        }
      });
      const test = engineUnderTest(await migratedDatabase(databases, id));
      const execution = await test.start(
        definition([webhook('tell', receiver.url, { timeout: '1s' })]),
      );
      await test.drain();
      expect((await test.steps(execution)).tell).toMatchObject({
        state: 'waiting',
        effect_state: 'in_doubt',
      });
      test.clock.advance(2_000);
      await test.drain();
      expect((await test.steps(execution)).tell.effect_state).toBe('confirmed');
      expect(
        (await test.attempts(execution, 'tell')).map(({ outcome }) => outcome),
      ).toEqual(['ambiguous', 'succeeded']);
    },
  );

  it.each(ids)(
    'leaves it to a person when an action is neither keyed nor probed, on %s',
    async id => {
      const run = jest.fn().mockRejectedValue(ambiguous());
      const test = engineUnderTest(await migratedDatabase(databases, id), {
        actions: [acme({ run })],
      });
      const execution = await test.start(definition([custom('do', 'acme:do')]));
      await test.drain();
      expect(await test.execution(execution)).toMatchObject({
        status: 'FAILED',
        reason_code: 'effect_in_doubt',
      });
      expect((await test.steps(execution)).do.effect_state).toBe('in_doubt');
      expect(run).toHaveBeenCalledTimes(1);
    },
  );

  it.each(ids)('looks for the effect before it sends again on %s', async id => {
    const run = jest
      .fn()
      .mockRejectedValueOnce(ambiguous())
      .mockRejectedValueOnce(ambiguous());
    const probe = jest
      .fn()
      .mockResolvedValueOnce({ found: 'not yet', checkAfterMs: 7_000 })
      .mockResolvedValueOnce({ found: false })
      .mockResolvedValueOnce({ found: true, output: { id: 7 } });
    const test = engineUnderTest(await migratedDatabase(databases, id), {
      actions: [acme({ run, probe, effect: 'probed' })],
    });
    const execution = await test.start(definition([custom('do', 'acme:do')]));
    await test.drain();
    test.clock.advance(2_000);
    await test.drain();
    expect([run.mock.calls.length, probe.mock.calls.length]).toEqual([1, 1]);
    test.clock.advance(7_000);
    await test.drain();
    expect([run.mock.calls.length, probe.mock.calls.length]).toEqual([2, 2]);
    test.clock.advance(60_000);
    await test.drain();
    expect([run.mock.calls.length, probe.mock.calls.length]).toEqual([2, 3]);
    expect((await test.steps(execution)).do).toMatchObject({
      state: 'completed',
      effect_state: 'found',
      output: { id: 7 },
    });
  });

  it.each(ids)(
    'waits for an action that says so, and asks it, on %s',
    async id => {
      const check = jest
        .fn()
        .mockResolvedValueOnce({
          status: 'waiting',
          checkAfterMs: 30_000,
          token: null,
        })
        .mockRejectedValueOnce(
          new ActionError('Busy.', { code: 'busy', retryable: true }),
        )
        .mockResolvedValueOnce({ status: 'done', output: 'done at last' });
      const run = jest.fn().mockResolvedValue({
        status: 'waiting',
        checkAfterMs: 60_000,
        token: { task: 1 },
      });
      const test = engineUnderTest(await migratedDatabase(databases, id), {
        actions: [acme({ run, check })],
      });
      const execution = await test.start(definition([custom('do', 'acme:do')]));
      await test.drain();
      expect(await test.execution(execution)).toMatchObject({
        status: 'WAITING',
      });
      expect(check).not.toHaveBeenCalled();
      for (const ms of [60_000, 30_000, 60_000]) {
        test.clock.advance(ms);
        await test.drain();
      }
      expect(check.mock.calls.map(([, token]) => token)).toEqual([
        { task: 1 },
        null,
        null,
      ]);
      expect(run).toHaveBeenCalledTimes(1);
      expect((await test.steps(execution)).do).toMatchObject({
        state: 'completed',
        output: 'done at last',
        wait_token: null,
      });
    },
  );

  it.each(ids)(
    'does not repeat an action that made a mistake on %s',
    async id => {
      const run = jest
        .fn()
        .mockRejectedValue(new TypeError('x is not a function'));
      const test = engineUnderTest(await migratedDatabase(databases, id), {
        actions: [acme({ run, effect: 'keyed' })],
      });
      const execution = await test.start(definition([custom('do', 'acme:do')]));
      await test.drain();
      expect(await test.execution(execution)).toMatchObject({
        status: 'FAILED',
        reason_code: 'internal_error',
        reason: expect.not.stringContaining('not a function'),
      });
      expect(run).toHaveBeenCalledTimes(1);
    },
  );

  it.each(ids)(
    'writes again when the database was away for a moment on %s',
    async id => {
      receiver = await Receiver.start();
      const knex = await migratedDatabase(databases, id);
      let writes = 0;
      const test = engineUnderTest(knex, {
        // The result is written, but the answer to its commit is lost.
        knex: afterTransactions(knex, async () => {
          writes += 1;
          if (writes === 2) {
            throw new Error('Connection terminated unexpectedly');
          }
        }),
      });
      const execution = await test.start(
        definition([webhook('tell', receiver.url)]),
      );
      await test.drain();
      expect(writes).toBe(3);
      expect((await test.execution(execution))?.status).toBe('COMPLETED');
      expect(receiver.received).toHaveLength(1);
    },
  );

  it.each(ids)(
    'is left as it is while the database is away, and goes on later, on %s',
    async id => {
      receiver = await Receiver.start();
      const knex = await migratedDatabase(databases, id);
      let away = true;
      const test = engineUnderTest(knex, {
        loadIncident: async () => {
          if (away) {
            throw new Error('Connection terminated unexpectedly');
          }
          return undefined;
        },
      });
      const execution = await test.start(
        definition([webhook('tell', receiver.url)]),
      );
      await test.run((await test.claim())!);
      expect((await test.execution(execution))?.status).toBe('RUNNING');
      away = false;
      test.clock.advance(10_001);
      await test.drain();
      expect((await test.execution(execution))?.status).toBe('COMPLETED');
    },
  );
});
