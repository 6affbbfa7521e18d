import type { ExecutionStatus } from './types';

/**
 * The only table of allowed state changes of an execution.
 *
 * An execution is born PENDING, or SKIPPED when a rule stops it before it
 * starts. A worker that claims it makes it RUNNING. It goes to WAITING for a
 * delay, a long retry or an action that waits, and comes back to RUNNING when
 * its time is due. It ends COMPLETED or FAILED by its own steps, or CANCELLED by
 * a person or by its timeout. RUNNING to RUNNING is a second worker taking over
 * after the first one's lease ran out. Nothing leaves an ended state: a retry
 * is an execution of its own.
 *
 * @public
 */
export const EXECUTION_TRANSITIONS: Record<
  ExecutionStatus,
  readonly ExecutionStatus[]
> = {
  PENDING: ['RUNNING', 'CANCELLED', 'SKIPPED'],
  RUNNING: ['RUNNING', 'WAITING', 'COMPLETED', 'FAILED', 'CANCELLED'],
  WAITING: ['RUNNING', 'CANCELLED'],
  COMPLETED: [],
  FAILED: [],
  CANCELLED: [],
  SKIPPED: [],
};

/**
 * Whether an execution may go from one status to another.
 *
 * @public
 */
export function isAllowedTransition(
  from: ExecutionStatus,
  to: ExecutionStatus,
): boolean {
  return EXECUTION_TRANSITIONS[from].includes(to);
}

/**
 * Whether an execution in this status has ended.
 *
 * @public
 */
export function isFinished(status: ExecutionStatus): boolean {
  return EXECUTION_TRANSITIONS[status].length === 0;
}
