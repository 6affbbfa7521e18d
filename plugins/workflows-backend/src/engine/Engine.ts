import { ConflictError, NotFoundError } from '@backstage/errors';
import type { ExecutionClaim } from 'backstage-plugin-workflows-node';
import { cancelExecution } from '../database/operations/executions/cancelExecution';
import { readExecution } from '../database/operations/executions/readExecution';
import { closeOpenSteps } from '../database/operations/steps/closeOpenSteps';
import { claimForDriver } from './claimForDriver';
import { RunWrites } from './RunWrites';
import { runSegment } from './runSegment';
import type { EngineOptions } from './types';

export type { EngineOptions };

/** Runs executions that the driver claims, and cancels them. */
export class Engine {
  private readonly running = new Map<string, Set<AbortController>>();

  private constructor(private readonly options: EngineOptions) {}

  static create(options: Omit<EngineOptions, 'writes'>): Engine {
    return new Engine({ ...options, writes: RunWrites.create(options) });
  }

  async start(): Promise<void> {
    if (this.options.killSwitch) {
      this.options.logger.warn('workflows.killSwitch is on: nothing is run');
      return;
    }
    await this.options.driver.start(
      (claim, signal) => this.run(claim, signal),
      executionId => claimForDriver(this.options, executionId),
    );
  }

  async stop(): Promise<void> {
    await this.options.driver.stop();
  }

  /** Executions were made or made due, and the transaction is committed. */
  poke(): void {
    this.options.driver.poke();
  }

  /**
   * Ends an execution that has not ended. Its open step becomes `failed` with the
   * code `cancelled`; a request that was out is aborted, and its effect is in
   * doubt. A worker in another process finds out at its next write or renewal.
   *
   * @throws NotFoundError, or ConflictError when it has ended already
   */
  async cancel(executionId: string, actorRef: string): Promise<void> {
    const { knex, clock, driver, observer, onChange } = this.options;
    const reason = `Cancelled by ${actorRef}`;
    const cancelled = await knex.transaction(async trx => {
      const found = await cancelExecution({
        trx,
        clock,
        driver,
        executionId,
        reason,
      });
      if (found) {
        const error = { code: 'cancelled', message: `${reason}.` };
        await closeOpenSteps({
          trx,
          clock,
          executionIds: [executionId],
          error,
        });
      }
      return found;
    });
    if (!cancelled) {
      throw (await readExecution(knex, executionId))
        ? new ConflictError(`The execution ${executionId} has ended already`)
        : new NotFoundError(`There is no execution ${executionId}`);
    }
    observer.transition({
      executionId,
      status: 'CANCELLED',
      reasonCode: 'cancelled_by_user',
    });
    this.running.get(executionId)?.forEach(one => one.abort());
    onChange({ kind: 'execution', id: executionId });
  }

  private async run(claim: ExecutionClaim, signal: AbortSignal) {
    const { executionId } = claim;
    const cancelled = new AbortController();
    // A set: a worker that lost its claim may still be ending when this process
    // itself takes the run over.
    const controllers = this.running.get(executionId) ?? new Set();
    this.running.set(executionId, controllers.add(cancelled));
    try {
      await runSegment(
        this.options,
        claim,
        AbortSignal.any([signal, cancelled.signal]),
      );
    } finally {
      controllers.delete(cancelled);
      if (controllers.size === 0) {
        this.running.delete(executionId);
      }
    }
  }
}
