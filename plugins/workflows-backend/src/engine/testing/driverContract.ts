/* eslint-disable jest/no-export -- each driver's own test runs this suite */
import type {
  ExecutionClaim,
  ExecutionDriver,
  RunSegment,
} from 'backstage-plugin-workflows-node';
import type { Knex } from 'knex';

/** What a driver's own test gives to be run through the contract. */
export interface DriverUnderTest {
  knex: Knex;
  /** A worker; several on one database stand for several processes. */
  createDriver: () => ExecutionDriver;
  /** Makes an execution that is due now. */
  startExecution: () => Promise<string>;
  /** Ends it, as the last write of a segment does, behind the claim's fence. */
  endExecution: (claim: ExecutionClaim) => Promise<void>;
}

async function until(condition: () => boolean) {
  while (!condition()) {
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}

/** What every driver must do. Called inside a `describe`. */
export function driverContract(create: () => Promise<DriverUnderTest>): void {
  const drivers: ExecutionDriver[] = [];
  afterEach(async () => {
    await Promise.all(drivers.splice(0).map(driver => driver.stop()));
  });

  async function start(under: DriverUnderTest, runSegment: RunSegment) {
    const driver = under.createDriver();
    drivers.push(driver);
    await driver.start(runSegment);
    return driver;
  }

  it('runs each execution once, whatever the number of workers', async () => {
    const under = await create();
    const seen: string[] = [];
    const run: RunSegment = async claim => {
      seen.push(claim.executionId);
      await under.endExecution(claim);
    };
    const workers = [
      await start(under, run),
      await start(under, run),
      await start(under, run),
    ];
    const made: string[] = [];
    for (let n = 0; n < 20; n++) {
      made.push(await under.startExecution());
      workers[n % 3].poke();
    }
    await until(() => seen.length >= made.length);
    await Promise.all(workers.map(worker => worker.stop()));
    expect(seen.sort()).toEqual(made.sort());
  });

  it('runs a woken execution again with a higher epoch, not before its time', async () => {
    const under = await create();
    const id = await under.startExecution();
    const claims: Array<ExecutionClaim & { at: number }> = [];
    const driver = await start(under, async claim => {
      claims.push({ ...claim, at: Date.now() });
      if (claims.length === 1) {
        await under.knex.transaction(async trx => {
          await trx('workflow_executions')
            .where({ id })
            .update({ status: 'WAITING' });
          await driver.wake(trx, id, 300);
        });
      } else {
        await under.endExecution(claim);
      }
    });
    driver.poke();
    await until(() => claims.length === 2);
    expect(claims[1].epoch).toBeGreaterThan(claims[0].epoch);
    expect(claims[1].at - claims[0].at).toBeGreaterThan(250);
  });

  it('wakes nothing when the transaction is rolled back', async () => {
    const under = await create();
    const id = await under.startExecution();
    let runs = 0;
    const driver = await start(under, async claim => {
      runs += 1;
      await under.endExecution(claim);
    });
    driver.poke();
    await until(() => runs === 1);
    await expect(
      under.knex.transaction(async trx => {
        await driver.wake(trx, id, 0);
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    driver.poke();
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(runs).toBe(1);
  });

  it('aborts what runs when it stops, and gives it back', async () => {
    const under = await create();
    await under.startExecution();
    const claims: ExecutionClaim[] = [];
    const first = await start(under, async (claim, signal) => {
      claims.push(claim);
      await new Promise(resolve => signal.addEventListener('abort', resolve));
    });
    await until(() => claims.length === 1);
    await first.stop();
    await start(under, async claim => {
      claims.push(claim);
      await under.endExecution(claim);
    });
    await until(() => claims.length === 2);
    expect(claims[1].executionId).toBe(claims[0].executionId);
    expect(claims[1].epoch).toBeGreaterThan(claims[0].epoch);
  });

  it('aborts a segment whose claim was taken', async () => {
    const under = await create();
    const id = await under.startExecution();
    let aborted = false;
    let running = false;
    await start(under, async (_, signal) => {
      running = true;
      await new Promise(resolve => signal.addEventListener('abort', resolve));
      aborted = true;
    });
    await until(() => running);
    await under
      .knex('workflow_executions')
      .where({ id })
      .update({
        epoch: under.knex.raw('epoch + 1'),
        status: 'CANCELLED',
        due_at: null,
      });
    await until(() => aborted);
    expect(aborted).toBe(true);
  });
}
