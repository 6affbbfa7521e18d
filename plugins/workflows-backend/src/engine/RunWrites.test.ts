import type { Knex } from 'knex';
import { newId } from '../database/newId';
import {
  LeaseLostError,
  StartRefusedError,
} from '../database/operations/executions/fenceExecution';
import { migratedDatabase, testDatabases } from '../testing/databases';
import type { RunWrite } from './RunWrites';
import { engineUnderTest } from './testing/engineUnderTest';
import { definition } from './testing/fixtures';
import type { TableClaim } from './types';

/** A write that starts the step `do`. */
function starting(claim: TableClaim): RunWrite {
  const { executionId, leaseMs } = claim;
  const id = newId();
  return {
    claim,
    leaseMs,
    activeMs: 7,
    change: { status: 'RUNNING', starts: true },
    steps: [
      {
        id,
        executionId,
        nodeId: 'do',
        state: 'running',
        effectState: 'sent',
        attempts: [],
      },
    ],
    attempts: [{ id: newId(), stepId: id, attempt: 1 }],
  };
}

/** Runs that were claimed, and the transactions from then on. */
async function claimedRuns(knex: Knex, count: number) {
  const test = engineUnderTest(knex);
  const claims: TableClaim[] = [];
  for (let index = 0; index < count; index += 1) {
    await test.start(definition([]));
    claims.push((await test.claim())!);
  }
  const begins: string[] = [];
  knex.on('query', ({ sql }: { sql: string }) => {
    if (/^begin/i.test(sql)) {
      begins.push(sql);
    }
  });
  const { writes } = test.engine;
  const writeAll = (all: RunWrite[]) =>
    Promise.allSettled(all.map(one => writes.write(one)));
  return { ...test, claims, begins, writeAll };
}

const OK = { status: 'fulfilled', value: undefined };
const refused = (type: new (...args: any) => Error) => ({
  status: 'rejected',
  reason: expect.any(type),
});

describe('RunWrites', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();

  it.each(ids)('writes many runs in one transaction on %s', async id => {
    const knex = await migratedDatabase(databases, id);
    const test = await claimedRuns(knex, 3);
    const results = await test.writeAll(test.claims.map(starting));
    expect(results).toEqual([OK, OK, OK]);
    expect(test.begins).toHaveLength(1);
    for (const { executionId } of test.claims) {
      expect(await test.execution(executionId)).toMatchObject({
        status: 'RUNNING',
        started_at: expect.anything(),
      });
      expect((await test.steps(executionId)).do.effect_state).toBe('sent');
      expect(await test.attempts(executionId, 'do')).toHaveLength(1);
    }
  });

  it.each(ids)('writes each run its own change on %s', async id => {
    const knex = await migratedDatabase(databases, id);
    const test = await claimedRuns(knex, 3);
    const [goesOn, waits, ends] = test.claims.map(starting);
    await test.writeAll([
      goesOn,
      { ...waits, change: { status: 'WAITING', resumeInMs: 60_000 } },
      {
        ...ends,
        change: {
          status: 'FAILED',
          reasonCode: 'action_failed',
          reason: 'No.',
        },
      },
    ]);
    const now = test.clock.read();
    const rows = await Promise.all(
      test.claims.map(({ executionId }) => test.execution(executionId)),
    );
    const times = rows.map(row => [
      row?.status,
      row?.due_at && Number(row.due_at) - now,
      row?.resume_at && Number(row.resume_at) - now,
      row?.finished_at && Number(row.finished_at) - now,
      Number(row?.active_ms),
    ]);
    expect(times).toEqual([
      ['RUNNING', 10_000, null, null, 7],
      ['WAITING', 60_000, 60_000, null, 7],
      ['FAILED', null, null, 0, 7],
    ]);
    expect(rows[2]).toMatchObject({
      reason_code: 'action_failed',
      reason: 'No.',
    });
  });

  it.each(ids)(
    'refuses whoever lost its claim or may start nothing, and nobody else, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const test = await claimedRuns(knex, 3);
      const [lost, stopped, good] = test.claims;
      await knex('workflow_executions')
        .where({ id: lost.executionId })
        .update({ epoch: lost.epoch + 1 });
      await knex('workflow_executions')
        .where({ id: stopped.executionId })
        .update({ stop_code: 'incident_resolved' });
      const results = await test.writeAll(test.claims.map(starting));
      expect(results).toEqual([
        refused(LeaseLostError),
        refused(StartRefusedError),
        OK,
      ]);
      expect(await test.steps(lost.executionId)).toEqual({});
      expect(await test.steps(stopped.executionId)).toEqual({});
      expect(await test.steps(good.executionId)).toHaveProperty('do');
    },
  );

  it.each(ids)(
    'takes no write of an older claim for that of the newer one on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const test = await claimedRuns(knex, 1);
      const [old] = test.claims;
      test.clock.advance(10_001);
      const current = (await test.claim())!;
      expect(current.executionId).toBe(old.executionId);
      const results = await test.writeAll([
        { ...starting(old), steps: [], attempts: [] },
        starting(current),
      ]);
      expect(results).toEqual([refused(LeaseLostError), OK]);
    },
  );

  it.each(ids)(
    'writes each alone when one of them spoils the transaction on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const test = await claimedRuns(knex, 3);
      const [bad, ...good] = test.claims.map(starting);
      const { driver } = test.engine;
      jest.spyOn(driver, 'wake').mockRejectedValue(new Error('no wake'));
      const results = await test.writeAll([
        { ...bad, change: { status: 'WAITING', resumeInMs: 1 } },
        ...good,
      ]);
      expect(results).toEqual([refused(Error), OK, OK]);
      expect(await test.steps(bad.claim.executionId)).toEqual({});
      for (const { claim } of good) {
        expect(await test.steps(claim.executionId)).toHaveProperty('do');
      }
    },
  );

  // SQLite has one connection: nobody else holds a lock on it.
  it.each(ids.filter(([id]) => id !== 'SQLITE_3'))(
    'lets no run wait for the row of another on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const test = await claimedRuns(knex, 2);
      const [locked, free] = test.claims.map(starting);
      const holder = await knex.transaction();
      await holder('workflow_executions')
        .where({ id: locked.claim.executionId })
        .forUpdate()
        .first();
      let late: unknown;
      const waiting = test.engine.writes.write(locked).then(() => {
        late = 'written';
      });
      await test.engine.writes.write(free);
      expect(late).toBeUndefined();
      await holder.commit();
      await waiting;
      expect(await test.steps(locked.claim.executionId)).toHaveProperty('do');
    },
  );
});
