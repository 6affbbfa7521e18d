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
 * the claim may have been lost or the backend stops.
 *
 * @public
 */
export type RunSegment = (
  claim: ExecutionClaim,
  signal: AbortSignal,
) => Promise<void>;

/**
 * Decides when which worker runs an execution. The default claims due rows of
 * `workflow_executions`; a cluster that outgrows it puts another engine here
 * without touching planning, actions or history.
 *
 * @public
 */
export interface ExecutionDriver {
  /**
   * Makes an execution run at a time by the database's clock, in milliseconds
   * from now. Part of the caller's transaction.
   */
  wake(trx: Knex.Transaction, executionId: string, inMs: number): Promise<void>;
  /** Says that a transaction with a `wake` was committed; the driver may look at once. */
  poke(): void;
  /** Starts claiming. */
  start(runSegment: RunSegment): Promise<void>;
  /** Claims nothing more, and gives the rest back when the grace time is over. */
  stop(): Promise<void>;
}
