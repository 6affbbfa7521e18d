import type { Knex } from 'knex';
import { strict as assert } from 'node:assert';
import type {
  ExecutionClaim,
  ExecutionDriver,
  RunSegment,
} from '../ExecutionDriver';
import { type DrivenExecutions, mockExecutions } from './mockExecutions';

/** What a driver's own test gives to be run through the contract. */
export interface DriverUnderTest {
  knex: Knex;
  createDriver: () => ExecutionDriver;
  executions?: DrivenExecutions;
}

/** How long to wait for what has to happen. */
const PATIENCE_MS = 10_000;

/** How long to wait for what must not happen: longer than tests' drivers poll. */
const QUIET_MS = 200;

export async function until(condition: () => boolean, what: string) {
  for (const end = Date.now() + PATIENCE_MS; !condition(); ) {
    assert.ok(Date.now() < end, `${what}: not after ${PATIENCE_MS} ms`);
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}

export const aborted = (signal: AbortSignal) =>
  new Promise<void>(resolve => {
    if (signal.aborted) {
      resolve();
    }
    signal.addEventListener('abort', () => resolve(), { once: true });
  });

/**
 * Backends on one database, each with a driver. They do with executions what the
 * plugin does, and tell one of their drivers of it.
 */
export class DriverWorkers {
  /** What was run, in order. */
  readonly claims: ExecutionClaim[] = [];
  private readonly workers: ExecutionDriver[] = [];
  private readonly executions: DrivenExecutions;

  constructor(private readonly under: DriverUnderTest) {
    this.executions = under.executions ?? mockExecutions();
  }

  /** Starts another worker. By default its segments end what they run. */
  async start(
    run: RunSegment = claim => this.end(claim),
  ): Promise<ExecutionDriver> {
    const driver = this.under.createDriver();
    this.workers.push(driver);
    await driver.start(
      async (claim, signal) => {
        this.claims.push(claim);
        await run(claim, signal);
      },
      async executionId => {
        const claim = await this.executions.claim(executionId);
        if (!claim) {
          await this.under.knex.transaction(trx =>
            driver.forget(trx, [executionId]),
          );
        }
        return claim;
      },
    );
    return driver;
  }

  async stop(): Promise<void> {
    await Promise.all(this.workers.splice(0).map(driver => driver.stop()));
  }

  /** Makes executions in one transaction. */
  create(count: number = 1, options?: { rollBack: boolean }) {
    return this.transact(async (trx, driver) => {
      const ids: string[] = [];
      for (let made = 0; made < count; made++) {
        ids.push(await this.executions.create(trx));
      }
      await driver.enqueue(trx, ids);
      return ids;
    }, options);
  }

  wait(claim: ExecutionClaim, ms: number) {
    return this.transact(async (trx, driver) => {
      await this.executions.wait(trx, claim);
      await driver.wake(trx, claim.executionId, ms);
    });
  }

  cutWait(id: string, options?: { rollBack: boolean }) {
    return this.transact(async (trx, driver) => {
      await this.executions.cutWait(trx, id);
      await driver.enqueue(trx, [id]);
    }, options);
  }

  end(claim: ExecutionClaim) {
    return this.transact(async (trx, driver) => {
      await this.executions.end(trx, claim);
      await driver.forget(trx, [claim.executionId]);
    });
  }

  cancel(id: string, options?: { rollBack: boolean }) {
    return this.transact(async (trx, driver) => {
      await this.executions.cancel(trx, id);
      await driver.forget(trx, [id]);
    }, options);
  }

  /** What was run of one execution. */
  claimsOf(id: string): ExecutionClaim[] {
    return this.claims.filter(({ executionId }) => executionId === id);
  }

  /** Lets time pass in which nothing should be run. */
  async quiet(): Promise<void> {
    this.workers.forEach(driver => driver.poke());
    await new Promise(resolve => setTimeout(resolve, QUIET_MS));
  }

  /** Tells the workers in turn: whichever hears of it, any may run it. */
  private async transact<T>(
    work: (trx: Knex.Transaction, driver: ExecutionDriver) => Promise<T>,
    { rollBack = false } = {},
  ): Promise<T> {
    const driver = this.workers[this.turn++ % this.workers.length];
    const undone = new Error('rolled back');
    let result: T;
    try {
      await this.under.knex.transaction(async trx => {
        result = await work(trx, driver);
        if (rollBack) {
          throw undone;
        }
      });
    } catch (error) {
      assert.equal(error, undone);
    }
    driver.poke();
    return result!;
  }

  private turn = 0;
}
