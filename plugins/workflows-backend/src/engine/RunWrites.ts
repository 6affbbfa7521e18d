import { isFinished } from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { Batcher } from '../database/Batcher';
import {
  type FencedWrite,
  type HeldWrite,
  fenceExecution,
  fenceExecutions,
} from '../database/operations/executions/fenceExecution';
import type { StepRecord } from '../database/operations/steps/StepRecord';
import {
  type SavedAttempt,
  saveAttempts,
} from '../database/operations/steps/saveAttempts';
import { saveSteps } from '../database/operations/steps/saveSteps';
import type { EngineOptions } from './types';

/** What a run has to write at once. */
export interface RunWrite extends FencedWrite {
  steps: readonly StepRecord[];
  attempts: readonly SavedAttempt[];
}

/**
 * Writes what runs have to write, those of many runs in one transaction: a disk
 * that takes a millisecond for a commit, and a database a round trip away, then
 * have one for all of them. A write is given as done when its commit is.
 *
 * A run whose row is locked, that has lost its claim, or that may start nothing
 * is left out and written alone, where it is told why it was refused. So is each
 * of them when the transaction fails: one bad write is nobody else's error, and
 * each may be repeated, so it does not matter whether the commit took place.
 */
export class RunWrites {
  static create(
    options: Pick<EngineOptions, 'knex' | 'clock' | 'driver'>,
  ): RunWrites {
    return new RunWrites(options);
  }

  private readonly batches = Batcher.create<RunWrite, void>({
    work: async writes => {
      const written = await this.together(writes).catch(error => {
        if (writes.length === 1) {
          throw error;
        }
        return new Set<RunWrite>();
      });
      // Alone they wait for locks, and the next batch does not wait for them.
      return writes.map(write =>
        written.has(write) ? undefined : this.alone(write),
      );
    },
  });

  private constructor(
    private readonly options: Pick<EngineOptions, 'knex' | 'clock' | 'driver'>,
  ) {}

  /** @throws LeaseLostError, StartRefusedError, or the database's error */
  write(write: RunWrite): Promise<void> {
    return this.batches.add(write);
  }

  private together(writes: readonly RunWrite[]): Promise<Set<RunWrite>> {
    const { knex, clock } = this.options;
    return knex.transaction(async trx => {
      const held = await fenceExecutions({ trx, clock, writes });
      await this.save(trx, held);
      return new Set(held.map(({ write }) => write));
    });
  }

  private alone(write: RunWrite): Promise<void> {
    const { knex, clock } = this.options;
    return knex.transaction(async trx => {
      const { isToEnd } = await fenceExecution({ trx, clock, ...write });
      await this.save(trx, [{ write, isToEnd }]);
    });
  }

  private async save(
    trx: Knex.Transaction,
    held: ReadonlyArray<HeldWrite<RunWrite>>,
  ) {
    const { clock, driver } = this.options;
    const writes = held.map(({ write }) => write);
    const steps = writes.flatMap(write => write.steps);
    await saveSteps({ trx, clock, steps });
    const attempts = writes.flatMap(write => write.attempts);
    await saveAttempts({ trx, clock, attempts });
    const ended: string[] = [];
    for (const { write, isToEnd } of held) {
      const { executionId } = write.claim;
      const { status, resumeInMs } = write.change;
      if (isFinished(status)) {
        ended.push(executionId);
      } else if (resumeInMs !== undefined) {
        await driver.wake(trx, executionId, isToEnd ? 0 : resumeInMs);
      }
    }
    if (ended.length > 0) {
      await driver.forget(trx, ended);
    }
  }
}
