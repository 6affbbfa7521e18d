import type {
  ExecutionReasonCode,
  ExecutionStatus,
} from 'backstage-plugin-workflows-common';
import type { ExecutionClaim } from 'backstage-plugin-workflows-node';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import { killSwitchRow } from '../killSwitch/killSwitchRow';

/** Someone else owns the run now; whoever gets this writes nothing more. */
export class LeaseLostError extends Error {
  constructor({ executionId, epoch }: ExecutionClaim) {
    super(`The claim of epoch ${epoch} on execution ${executionId} is lost`);
    this.name = 'LeaseLostError';
  }
}

/** The claim holds, but nothing may be started. */
export class StartRefusedError extends Error {
  constructor({ executionId }: ExecutionClaim) {
    super(`Execution ${executionId} may start nothing now`);
    this.name = 'StartRefusedError';
  }
}

/** How a run goes on after a write. */
export interface ExecutionChange {
  status: ExecutionStatus;
  reasonCode?: ExecutionReasonCode;
  reason?: string;
  /** Of a run that waits: for how long. */
  resumeInMs?: number;
  /**
   * The write says that a step starts: refused while the kill switch is on, and
   * when the run is to end.
   */
  starts?: boolean;
}

/**
 * The first statement of every transaction of a run. It matches only while the
 * claim is the newest, and it locks the row: a claim, cancel or second worker
 * that comes in between waits for this transaction's end and then has a higher
 * epoch, so of two owners never both write. While the run goes on it renews the
 * lease as well.
 *
 * @throws LeaseLostError, or StartRefusedError for a write that starts a step
 */
export async function fenceExecution(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  claim: ExecutionClaim;
  /** Absent for drivers that keep leases elsewhere. */
  leaseMs?: number;
  /** Left as it is when absent. */
  activeMs?: number;
  change: ExecutionChange;
}): Promise<void> {
  const { trx, clock, claim, leaseMs, activeMs, change } = options;
  const goesOn = change.status === 'RUNNING';
  const ends = !goesOn && change.status !== 'WAITING';
  const held = () =>
    trx('workflow_executions').where({
      id: claim.executionId,
      epoch: claim.epoch,
    });
  const matched = await held()
    .modify(query => {
      if (change.starts) {
        query.whereNull('stop_code').whereNotExists(killSwitchRow(trx));
      }
    })
    .update({
      status: change.status,
      reason_code: change.reasonCode ?? null,
      reason: change.reason ?? null,
      ...(activeMs === undefined ? {} : { active_ms: Math.round(activeMs) }),
      resume_at:
        change.resumeInMs === undefined
          ? null
          : clock.now(trx, change.resumeInMs),
      started_at: trx.raw('coalesce(started_at, ?)', [clock.now(trx)]),
      ...(goesOn && leaseMs ? { due_at: clock.now(trx, leaseMs) } : {}),
      ...(ends ? { due_at: null, finished_at: clock.now(trx) } : {}),
    });
  if (matched === 0) {
    throw change.starts && (await held().first('id'))
      ? new StartRefusedError(claim)
      : new LeaseLostError(claim);
  }
}
