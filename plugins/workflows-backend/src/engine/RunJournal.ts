import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  type ExecutionStatus,
  isAllowedTransition,
} from 'backstage-plugin-workflows-common';
import type { ExecutionClaim } from 'backstage-plugin-workflows-node';
import { sleep } from '../database/dueLoop/Wakeup';
import {
  type ExecutionChange,
  LeaseLostError,
  StartRefusedError,
} from '../database/operations/executions/fenceExecution';
import type {
  AttemptRecord,
  StepRecord,
} from '../database/operations/steps/StepRecord';
import { StoreUnavailableError, isDataError } from './storeErrors';
import { type EngineOptions, isTableClaim } from './types';

/** A write is tried again after these pauses, all within one lease. */
const WRITE_PAUSES_MS = [100, 250, 500, 1_000, 2_000, 3_000];

/** How old the last proof of the claim may be when something is sent. */
const FRESH_MS = 3_000;

/**
 * Everything that a segment writes. Steps are put into it as they are settled
 * and are written together, behind the fence, with the next commit. A commit
 * that fails for the connection's sake is repeated while the claim holds; each
 * statement may be repeated, so it does not matter whether the one before took
 * place.
 */
export class RunJournal {
  private readonly pending = new Map<string, StepRecord>();
  private readonly attempts = new Map<string, AttemptRecord[]>();
  private readonly startedAt: number;
  private provenAt: number;
  private status: ExecutionStatus = 'RUNNING';
  private urgent = false;

  private constructor(
    private readonly options: {
      engine: EngineOptions;
      claim: ExecutionClaim;
      signal: AbortSignal;
      logger: LoggerService;
      /** Of earlier segments. */
      activeMs: number;
      timeoutMs: number;
    },
  ) {
    this.startedAt = this.now();
    this.provenAt = this.startedAt;
  }

  static create(options: RunJournal['options']): RunJournal {
    return new RunJournal(options);
  }

  /** Active time of the run so far; waiting is not counted. */
  activeMs(): number {
    return this.options.activeMs + this.now() - this.startedAt;
  }

  /** What is left of it. */
  timeLeftMs(): number {
    return this.options.timeoutMs - this.activeMs();
  }

  /** Takes a step, and an attempt of it that is new or has changed, for the next commit. */
  put(step: StepRecord, attempt?: AttemptRecord): void {
    this.pending.set(step.nodeId, step);
    if (attempt) {
      const others = (this.attempts.get(step.nodeId) ?? []).filter(
        other => other.attempt !== attempt.attempt,
      );
      this.attempts.set(step.nodeId, [...others, attempt]);
      this.urgent = true;
    }
  }

  /** Whether an action's result is not written yet, which must not wait for the next action. */
  holdsResult(): boolean {
    return this.urgent;
  }

  /** Writes what was put, and how the run goes on. */
  async commit(change: ExecutionChange = { status: 'RUNNING' }): Promise<void> {
    const { engine, claim } = this.options;
    const { executionId } = claim;
    if (!isAllowedTransition(this.status, change.status)) {
      throw new Error(
        `An execution cannot go from ${this.status} to ${change.status}`,
      );
    }
    await this.persist(change);
    engine.observer.transition({
      executionId,
      status: change.status,
      reasonCode: change.reasonCode,
      steps: [...this.pending.values()],
    });
    this.status = change.status;
    this.pending.clear();
    this.attempts.clear();
    this.urgent = false;
    engine.onChange({ kind: 'execution', id: executionId });
  }

  /**
   * Makes sure that the claim held a moment ago. A process that was paused wakes
   * up with its old belief, and its timers may not have run yet when it goes on.
   *
   * @returns false when nothing new may be started
   */
  async prove(): Promise<boolean> {
    const { signal } = this.options;
    while (!signal.aborted && this.now() - this.provenAt > FRESH_MS) {
      await this.persist({ status: this.status });
    }
    return !signal.aborted;
  }

  private now(): number {
    return (
      this.options.engine.monotonic ?? performance.now.bind(performance)
    )();
  }

  private persist(change: ExecutionChange): Promise<void> {
    return this.untilWritten(async () => {
      const startedAt = this.now();
      await this.write(change);
      this.provenAt = startedAt;
    });
  }

  /**
   * Writes what may be written twice, again while it fails for the connection's
   * sake.
   *
   * @throws StoreUnavailableError when the time for that is over
   */
  async untilWritten(write: () => Promise<void>): Promise<void> {
    const { claim, signal, logger } = this.options;
    for (let failures = 0; ; failures++) {
      try {
        await write();
        return;
      } catch (error) {
        if (
          error instanceof LeaseLostError ||
          error instanceof StartRefusedError ||
          isDataError(error)
        ) {
          throw error;
        }
        if (signal.aborted || failures >= WRITE_PAUSES_MS.length) {
          throw new StoreUnavailableError(error);
        }
        logger.warn(
          `Execution ${claim.executionId}: a write failed, trying again`,
          error as Error,
        );
        await sleep(WRITE_PAUSES_MS[failures], signal);
      }
    }
  }

  private write(change: ExecutionChange): Promise<void> {
    const { engine, claim } = this.options;
    const steps = [...this.pending.values()];
    return engine.writes.write({
      claim,
      leaseMs: isTableClaim(claim) ? claim.leaseMs : undefined,
      activeMs: this.activeMs(),
      change,
      steps,
      attempts: steps.flatMap(({ id, nodeId }) =>
        (this.attempts.get(nodeId) ?? []).map(attempt => ({
          ...attempt,
          stepId: id,
        })),
      ),
    });
  }
}
