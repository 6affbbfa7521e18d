import { createWorkflowAction } from 'backstage-plugin-workflows-node';
import type { Knex } from 'knex';
import { z } from 'zod';
import { custom, engineUnderTest } from '../engine/testing/engineUnderTest';
import { definition, node } from '../engine/testing/fixtures';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { type Fault, StatementFaults } from './__testUtils__/StatementFaults';

jest.setTimeout(240_000);

const HOUR_MS = 3_600_000;
const LEASE_MS = 10_000;

/** A receiver that does not deduplicate, but counts. */
function counting() {
  const sends: Array<{ key: string; body: string }> = [];
  const action = createWorkflowAction({
    id: 'test:send',
    title: 'Send',
    description: 'Sends',
    effect: 'keyed',
    schema: { config: z.strictObject({}), output: z.strictObject({}) },
    prepare: ({ effectKey }) => ({ body: `of ${effectKey}` }),
    run: async ({ effectKey, request }) => {
      sends.push({ key: effectKey, body: request.body as string });
      return { status: 'done', output: {} };
    },
  });
  return { action, sends };
}

/**
 * Lets the worker that runs the execution die at its n-th statement, and others
 * go on. Gives whether it came to that statement at all.
 */
async function dieAt(knex: Knex, n: number, fault: Fault): Promise<boolean> {
  const { action, sends } = counting();
  const test = engineUnderTest(knex, { actions: [action] });
  const execution = await test.start(
    definition([
      custom('first', 'test:send'),
      node('pause', 'delay', { duration: '1h' }),
      custom('second', 'test:send'),
    ]),
  );
  const dead = new AbortController();
  let statements = 0;
  const faults = StatementFaults.inject(knex, () => {
    if (dead.signal.aborted) {
      return 'before';
    }
    statements += 1;
    if (statements <= n) {
      return undefined;
    }
    dead.abort();
    return fault;
  });
  try {
    for (let turn = 0; turn < 2 && !dead.signal.aborted; turn += 1) {
      const claim = await test.claim().catch(() => undefined);
      if (claim) {
        await test.run(claim, dead.signal);
      }
      test.clock.advance(HOUR_MS);
    }
  } finally {
    faults.remove();
  }
  const sentByTheDead = sends.length;
  for (let turn = 0; turn < 3; turn += 1) {
    test.clock.advance(HOUR_MS + LEASE_MS);
    await test.drain();
  }

  const row = await test.execution(execution);
  expect(row).toMatchObject({ status: 'COMPLETED', due_at: null });
  for (const nodeId of ['first', 'second']) {
    const outcomes = (await test.attempts(execution, nodeId)).map(
      ({ outcome }) => outcome,
    );
    expect(outcomes.filter(outcome => outcome === 'succeeded')).toHaveLength(1);
    expect(outcomes).not.toContain(null);
  }
  const bodies = new Map(sends.map(({ key, body }) => [key, body]));
  expect(bodies.size).toBe(2);
  expect(sends.every(({ key, body }) => bodies.get(key) === body)).toBe(true);
  // Only what the dead worker had just sent may have been sent again.
  expect(sends.length).toBeLessThanOrEqual(3);
  if (sends.length === 3) {
    expect(sends[sentByTheDead].key).toBe(sends[sentByTheDead - 1].key);
  }
  await knex('workflow_executions').delete();
  return dead.signal.aborted;
}

describe('a worker that dies', () => {
  const databases = testDatabases();

  it.each(
    databases
      .eachSupportedId()
      .flatMap(([id]) =>
        (['before', 'after'] as const).map(fault => [fault, id] as const),
      ),
  )(
    '%s any of its statements leaves a run that ends as it should, with one recorded success a step, on %s',
    async (fault, id) => {
      const knex = await migratedDatabase(databases, id);
      let points = 0;
      while (await dieAt(knex, points, fault)) {
        points += 1;
      }
      // From the claim to the end.
      expect(points).toBeGreaterThan(12);
    },
  );
});
