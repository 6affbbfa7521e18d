import {
  type ExecutionReasonCode,
  type ExecutionStatus,
  isFinished,
} from 'backstage-plugin-workflows-common';
import type { ExecutionClaim } from 'backstage-plugin-workflows-node';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import type { WorkflowExecutionRow } from '../../rows';
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

/** A write of a run, but for its steps. */
export interface FencedWrite {
  claim: ExecutionClaim;
  /** Absent for drivers that keep leases elsewhere. */
  leaseMs?: number;
  /** Left as it is when absent. */
  activeMs?: number;
  change: ExecutionChange;
}

/** A write that its run's claim allowed. */
export interface HeldWrite<W extends FencedWrite = FencedWrite> {
  write: W;
  /** Whether the run was told to end before its next step. */
  isToEnd: boolean;
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
export async function fenceExecution(
  options: { trx: Knex.Transaction; clock: DatabaseClock } & FencedWrite,
): Promise<HeldWrite> {
  const { trx, clock, ...write } = options;
  const { claim, change } = write;
  const [held] = await fence({ trx, clock, writes: [write] });
  if (!held) {
    const stillHeld = await trx('workflow_executions')
      .where({ id: claim.executionId, epoch: claim.epoch })
      .first('id');
    throw change.starts && stillHeld
      ? new StartRefusedError(claim)
      : new LeaseLostError(claim);
  }
  return held;
}

/**
 * {@link fenceExecution} of several runs in one statement. Leaves out those whose
 * row another transaction has locked, so that this one never waits while it keeps
 * others waiting, and no two of them wait for each other.
 *
 * @returns those that were held; why the others were not is not known
 */
export function fenceExecutions<W extends FencedWrite>(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  writes: readonly W[];
}): Promise<Array<HeldWrite<W>>> {
  return fence({ ...options, skipLocked: true });
}

const CHANGE_COLUMNS = [
  'execution_id',
  'held_epoch',
  'to_status',
  'to_reason_code',
  'to_reason',
  'to_active_ms',
  'resume_in_ms',
  'lease_ms',
  'ends',
  'starts',
];

async function fence<W extends FencedWrite>(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  writes: readonly W[];
  skipLocked?: boolean;
}): Promise<Array<HeldWrite<W>>> {
  const { trx, clock, writes, skipLocked } = options;
  const isPostgres = trx.client.config.client === 'pg';
  const leavesLocked = isPostgres && skipLocked;
  const row = `(${CHANGE_COLUMNS.map(() => '?').join(', ')})`;
  const now = clock.now(trx);
  // PostgreSQL takes the values as text, hence the casts.
  const result = await trx.raw(
    `with change (${CHANGE_COLUMNS.join(', ')}) as (
      values ${writes.map(() => row).join(', ')}
    ), free as (
      select id from workflow_executions
      where id in (select execution_id from change)
      ${leavesLocked ? 'for update skip locked' : ''}
    )
    update workflow_executions as run set
      status = to_status,
      reason_code = to_reason_code,
      reason = to_reason,
      active_ms = coalesce(cast(to_active_ms as bigint), active_ms),
      resume_at = ? + cast(resume_in_ms as bigint),
      started_at = coalesce(started_at, ?),
      due_at = case
        when cast(ends as integer) = 1 then null
        else coalesce(? + cast(lease_ms as bigint), due_at)
      end,
      finished_at = case when cast(ends as integer) = 1 then ? end
    from change
    where run.id = execution_id
      and run.id in (select id from free)
      and epoch = cast(held_epoch as integer)
      and (
        cast(starts as integer) = 0
        or (stop_code is null and not exists ?)
      )
    returning id, epoch, stop_code`,
    [...writes.flatMap(toValues), now, now, now, now, killSwitchRow(trx)],
  );
  const rows: Array<Pick<WorkflowExecutionRow, 'id' | 'epoch' | 'stop_code'>> =
    isPostgres ? result.rows : result;
  const held = new Map(rows.map(({ id, ...rest }) => [id, rest]));
  return writes.flatMap(write => {
    const { executionId, epoch } = write.claim;
    const found = held.get(executionId);
    return found?.epoch === epoch
      ? [{ write, isToEnd: found.stop_code !== null }]
      : [];
  });
}

function toValues({ claim, leaseMs, activeMs, change }: FencedWrite) {
  const { status } = change;
  return [
    claim.executionId,
    claim.epoch,
    status,
    change.reasonCode ?? null,
    change.reason ?? null,
    activeMs === undefined ? null : Math.round(activeMs),
    change.resumeInMs === undefined ? null : Math.round(change.resumeInMs),
    status === 'RUNNING' ? leaseMs ?? null : null,
    isFinished(status) ? 1 : 0,
    change.starts ? 1 : 0,
  ];
}
