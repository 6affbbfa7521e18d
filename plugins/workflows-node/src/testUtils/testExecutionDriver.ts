/* eslint-disable jest/no-export -- who writes a driver calls it in a test */
/* eslint-disable jest/expect-expect -- assert expects */
import type { Knex } from 'knex';
import { strict as assert } from 'node:assert';
import type { ExecutionDriver } from '../ExecutionDriver';
import { DriverWorkers, aborted, until } from './DriverWorkers';
import type { DrivenExecutions } from './mockExecutions';

export type { DrivenExecutions } from './mockExecutions';

const DAY_MS = 86_400_000;

/**
 * Tests of what every execution driver has to keep to:
 *
 * - each execution is run once, by whichever backend, and again with a higher
 *   epoch when it was woken, was cut off, or had its wait cut short;
 * - none is run before its time, nor after its end;
 * - what is rolled back has not happened;
 * - a segment is aborted when its execution ends elsewhere, and when the driver
 *   stops, which gives it back.
 *
 * Call it in a test file, inside a `describe` if you like, where `describe`, `it`
 * and `afterEach` are global, as they are in Jest. The tests take real time.
 *
 * @public
 */
export function testExecutionDriver(
  create: () => Promise<{
    /** A database of the test's own, with the tables that the driver needs. */
    knex: Knex;
    /**
     * One more backend's driver on that database. It should poll every 50 ms or
     * so, run at least five executions at a time, hold a claim for a second or
     * two, and have no grace time.
     */
    createDriver: () => ExecutionDriver;
    /**
     * The executions' rows, for a driver that looks at them. By default there are
     * none, but what `claim` gives.
     */
    executions?: DrivenExecutions;
  }>,
): void {
  describe('the contract of execution drivers', () => {
    const all: DriverWorkers[] = [];
    const setUp = async () => {
      const workers = new DriverWorkers(await create());
      all.push(workers);
      return workers;
    };
    afterEach(async () => {
      await Promise.all(all.splice(0).map(workers => workers.stop()));
    });

    it('runs each execution once, whatever the number of workers', async () => {
      const workers = await setUp();
      await workers.start();
      await workers.start();
      await workers.start();
      const made: string[] = [];
      for (const count of [1, 1, 5, 1, 12]) {
        made.push(...(await workers.create(count)));
      }
      const ran = () => workers.claims.map(({ executionId }) => executionId);
      await until(() => ran().length >= made.length, 'all are run');
      await workers.quiet();
      assert.deepEqual(ran().sort(), made.sort());
    });

    it('runs a woken execution with a higher epoch, not before its time', async () => {
      const workers = await setUp();
      const at: number[] = [];
      await workers.start(async claim => {
        at.push(Date.now());
        await (at.length === 1 ? workers.wait(claim, 500) : workers.end(claim));
      });
      const [id] = await workers.create();
      await until(() => at.length === 2, 'it is run again');
      const [first, second] = workers.claimsOf(id);
      assert.ok(second.epoch > first.epoch);
      assert.ok(at[1] - at[0] > 400, `it waited ${at[1] - at[0]} ms of 500`);
    });

    it('runs one whose wait is cut short', async () => {
      const workers = await setUp();
      let runs = 0;
      await workers.start(async claim => {
        await (runs++ === 0 ? workers.wait(claim, DAY_MS) : workers.end(claim));
      });
      const [id] = await workers.create();
      await until(() => runs === 1, 'it is run');
      await workers.quiet();
      assert.equal(runs, 1);
      await workers.cutWait(id);
      await until(() => runs === 2, 'it is run again');
    });

    it('takes what is rolled back for not said', async () => {
      const workers = await setUp();
      await workers.start(async claim => {
        const isFirst = workers.claimsOf(claim.executionId).length === 1;
        await (isFirst ? workers.wait(claim, 700) : workers.end(claim));
      });
      await workers.create(2, { rollBack: true });
      await workers.quiet();
      assert.deepEqual(workers.claims, []);
      const [id] = await workers.create();
      await until(() => workers.claims.length === 1, 'it is run');
      await workers.cutWait(id, { rollBack: true });
      await workers.cancel(id, { rollBack: true });
      await workers.quiet();
      assert.equal(workers.claims.length, 1);
      await until(() => workers.claims.length === 2, 'it is run in its time');
    });

    it('runs nothing that has ended', async () => {
      const workers = await setUp();
      await workers.start(claim => workers.wait(claim, 500));
      const [waits, other] = await workers.create(2);
      await until(() => workers.claims.length === 2, 'they are run');
      await workers.cancel(waits);
      await until(() => workers.claimsOf(other).length === 2, 'the other is');
      await workers.quiet();
      assert.equal(workers.claimsOf(waits).length, 1);
    });

    it('aborts a segment whose execution ends elsewhere', async () => {
      const workers = await setUp();
      let ended = 0;
      const hang = async (_: unknown, signal: AbortSignal) => {
        await aborted(signal);
        ended += 1;
      };
      await workers.start(hang);
      await workers.start(hang);
      const [id, other] = await workers.create(2);
      await until(() => workers.claims.length === 2, 'they are run');
      await workers.cancel(id);
      await workers.cancel(other);
      await until(() => ended === 2, 'they are aborted');
      await workers.quiet();
      assert.equal(workers.claims.length, 2);
    });

    it('aborts what runs when it stops, and gives it back', async () => {
      const workers = await setUp();
      const first = await workers.start((_, signal) => aborted(signal));
      const [id] = await workers.create();
      await until(() => workers.claims.length === 1, 'it is run');
      await first.stop();
      await workers.start();
      await until(() => workers.claims.length === 2, 'it is run elsewhere');
      const [before, after] = workers.claimsOf(id);
      assert.ok(after.epoch > before.epoch);
    });

    it('runs one again whose segment was cut off', async () => {
      const workers = await setUp();
      let runs = 0;
      await workers.start(async claim => {
        if (runs++ > 0) {
          await workers.end(claim);
        }
      });
      const [id] = await workers.create();
      await until(() => runs === 2, 'it is run again');
      const [before, after] = workers.claimsOf(id);
      assert.ok(after.epoch > before.epoch);
    });
  });
}
