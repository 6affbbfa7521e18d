import type { Knex } from 'knex';

/**
 * A claim on one execution: the fence that every write of the run names.
 *
 * @public
 */
export interface ExecutionClaim {
  executionId: string;
  epoch: number;
}

/**
 * Runs a claimed execution until it ends, waits, or the signal aborts because
 * the claim may have been lost or the backend stops. Does not reject.
 *
 * @public
 */
export type RunSegment = (
  claim: ExecutionClaim,
  signal: AbortSignal,
) => Promise<void>;

/**
 * Claims an execution whose turn has come, for a driver that keeps its queue
 * elsewhere than in `workflow_executions`. Takes it from whoever held it before.
 *
 * Gives `undefined` when it is not to be run now, because it has ended, the kill
 * switch is on, or its workflow has as many runs at a time as it may. The driver
 * has then been told by `forget`, or by `wake` when it should ask again.
 *
 * @public
 */
export type ClaimExecution = (
  executionId: string,
) => Promise<ExecutionClaim | undefined>;

/**
 * Decides when which worker runs an execution. The default claims due rows of
 * `workflow_executions`; a cluster that outgrows it puts another engine here
 * without touching planning, actions or history.
 *
 * A driver hears of every execution in the transaction that writes it:
 *
 * - `enqueue` when it is made, and when its wait is cut short;
 * - `wake` when it begins to wait;
 * - `forget` when it has ended, by itself or by somebody.
 *
 * That is all there is to hear: an execution is the driver's from its `enqueue`
 * to its `forget`, and none becomes due without a word. The rows are written by
 * the caller. A driver for which `workflow_executions.due_at` is the queue has
 * nothing to do on `enqueue` and `forget`: the one is set to now, the other to
 * null already. Another one need not look at the table at all; `due_at` then says
 * no more than whether the execution has ended.
 *
 * What the three do has to be part of the transaction: it holds when that is
 * committed, and only then. They await nothing but `trx`, since SQLite has one
 * connection. An engine that lives elsewhere keeps what it is told in a table of
 * its own, and passes it on after the commit: `poke` comes then, but is lost when
 * the process dies.
 *
 * Several backends have a driver each, which together make one: what one is told,
 * another may run. An execution is run by one worker at a time. Should it come to
 * two, the epoch of the newer claim stops the older one at its next write.
 *
 * `testExecutionDriver` of `backstage-plugin-workflows-node/testUtils` tests this.
 *
 * @public
 */
export interface ExecutionDriver {
  /**
   * Makes executions run as soon as possible: new ones, and ones that wait and
   * are not to wait any longer. At least one. Whether it has heard of one before,
   * and what time that had, does not matter.
   */
  enqueue(
    trx: Knex.Transaction,
    executionIds: readonly string[],
  ): Promise<void>;
  /**
   * Makes an execution run at a time by the database's clock, in milliseconds
   * from now, instead of any other time. Mostly called by the segment that runs
   * it, which ends soon afterwards; should the time come before, the execution
   * may be run again at once.
   */
  wake(trx: Knex.Transaction, executionId: string, inMs: number): Promise<void>;
  /**
   * Says that executions have ended, at least one. They are not run any more, and
   * the signal of a segment that still runs one of them, on any backend, aborts
   * within seconds. May name one that the driver does not know.
   */
  forget(trx: Knex.Transaction, executionIds: readonly string[]): Promise<void>;
  /**
   * Says that a transaction in which it was told something was committed, or that
   * the kill switch was changed; the driver may look at once.
   */
  poke(): void;
  /**
   * Starts to run executions. The driver claims each before it runs it: by `claim`,
   * or with a statement of its own that does the same.
   *
   * A segment that ends without a `wake` or `forget` of its execution was cut off:
   * by its signal, or because the database was away. The execution is run again,
   * after a pause; so is one whose worker died.
   */
  start(runSegment: RunSegment, claim: ClaimExecution): Promise<void>;
  /**
   * Claims nothing more, aborts what runs when the grace time is over, and gives
   * it back to be run by others.
   */
  stop(): Promise<void>;
}
