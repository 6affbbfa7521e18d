import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  type ExecutionReasonCode,
  type NextMove,
  planNext,
} from 'backstage-plugin-workflows-common';
import type { ExecutionClaim } from 'backstage-plugin-workflows-node';
import {
  LeaseLostError,
  StartRefusedError,
} from '../database/operations/executions/fenceExecution';
import { readExecution } from '../database/operations/executions/readExecution';
import { newId } from '../database/newId';
import type { StepRecord } from '../database/operations/steps/StepRecord';
import { type AfterNode, type Run, putStep } from './Run';
import {
  endExecution,
  endReason,
  endStopped,
  endTimedOut,
} from './endExecution';
import { giveBack } from './giveBack';
import { LeaseLateError } from './leaseKeeper';
import { openRun } from './openRun';
import { DefinitionInvalidError } from './parseSnapshot';
import { runAction } from './runAction';
import { runCondition } from './runCondition';
import { runDelay } from './runDelay';
import { StoreUnavailableError } from './storeErrors';
import type { EngineOptions } from './types';

/*
 * A run is a row, and a segment is one worker's turn with it, from a claim to the
 * next end or wait. The claim has made it RUNNING. The segment then asks
 * `planNext`, from the snapshot and the recorded steps alone, what comes next:
 *
 * - a condition is settled at once, in memory;
 * - a delay makes the run WAITING until it is over, and ends the segment;
 * - an action is prepared, written as sent, sent, and its result written before
 *   anything else starts; a retry or an action that waits makes the run WAITING;
 * - the end makes it COMPLETED or FAILED, and CANCELLED when its active time is
 *   used up.
 *
 * What is settled in memory is written with the next commit. If the process dies
 * before, the next worker settles it again from the same record; only a request
 * that was written as sent is never taken for unsent.
 *
 * While the kill switch is on nothing is claimed, and the write that would start
 * a step is refused in its own statement: the run is given back as WAITING. A run
 * that ends with its incident is refused its next step in the same way, and ends.
 *
 * The segment leaves a run RUNNING in three cases, and the next claim goes on:
 * the signal aborted (the backend stops, or the lease was renewed too late), the
 * database is away, or the claim is lost, in which case the run is another's
 * already. Everything else that goes wrong ends the run as FAILED, so that
 * nothing is claimed and fails for ever.
 */
export async function runSegment(
  engine: EngineOptions,
  claim: ExecutionClaim,
  signal: AbortSignal,
): Promise<void> {
  await engine.observer.segment(claim, () => segment(engine, claim, signal));
}

async function segment(
  engine: EngineOptions,
  claim: ExecutionClaim,
  signal: AbortSignal,
): Promise<void> {
  const { executionId } = claim;
  const logger = engine.logger.child({ executionId });
  let lost: unknown;
  try {
    const run = await openRun(engine, claim, signal, logger);
    const stopCode = run.execution.stop_code;
    await (stopCode
      ? endStopped(engine, claim, stopCode)
      : advance(run).catch(error => afterRefusal(engine, claim, error)));
  } catch (error) {
    if (error instanceof LeaseLostError) {
      lost = error;
    } else if (error instanceof StoreUnavailableError || signal.aborted) {
      logger.warn(
        `Execution ${executionId} is left until it is claimed again`,
        error as Error,
      );
    } else {
      await failRun(engine, claim, error as Error, logger);
    }
  }
  lost ??= signal.reason;
  if (lost instanceof LeaseLostError || lost instanceof LeaseLateError) {
    await tellOfLoss(engine, claim, lost);
  }
}

/** A run that was ended from outside is taken from its worker as well, but not lost. */
async function tellOfLoss(
  engine: EngineOptions,
  { executionId }: ExecutionClaim,
  error: Error,
) {
  const row = await readExecution(engine.knex, executionId).catch(() => {});
  if (row?.status !== 'CANCELLED') {
    engine.observer.leaseLost(executionId, error);
  }
}

/** What becomes of a run that was not allowed to start its next step. */
async function afterRefusal(
  engine: EngineOptions,
  claim: ExecutionClaim,
  error: unknown,
) {
  if (!(error instanceof StartRefusedError)) {
    throw error;
  }
  const row = await readExecution(engine.knex, claim.executionId);
  await (row?.stop_code
    ? endStopped(engine, claim, row.stop_code)
    : giveBack(engine, claim));
}

async function advance(run: Run): Promise<void> {
  for (;;) {
    const { skip, next } = planNext(run.definition, [...run.steps.values()]);
    skip.forEach(nodeId => putStep(run, newStep(run, nodeId, 'skipped')));
    if (next.kind === 'end' && next.status === 'COMPLETED') {
      await run.journal.commit({ status: 'COMPLETED' });
      return;
    }
    if (run.journal.timeLeftMs() <= 0) {
      await endTimedOut(run);
      return;
    }
    if (next.kind === 'end') {
      await run.journal.commit(endReason(run, next.nodeId));
      return;
    }
    if (run.journal.holdsResult()) {
      await run.journal.commit();
    }
    if (run.signal.aborted || (await runNode(run, next)) === 'stop') {
      return;
    }
  }
}

async function runNode(
  run: Run,
  { node }: Extract<NextMove, { kind: 'run' | 'continue' }>,
): Promise<AfterNode> {
  const recorded = run.steps.get(node.id);
  const step = recorded ?? newStep(run, node.id, 'running');
  switch (node.type) {
    case 'condition':
      return runCondition(run, node, step);
    case 'delay':
      return runDelay(run, node, step);
    case 'action':
      return runAction(run, node, recorded ?? inherit(run, step));
    default:
      throw new Error(`A node of type ${node.type} cannot be run`);
  }
}

/** A step that is new here, with what it keeps of the run that this one retries. */
function inherit(run: Run, step: StepRecord): StepRecord {
  return { ...step, ...run.inherited[step.nodeId] };
}

function newStep(
  run: Run,
  nodeId: string,
  state: 'running' | 'skipped',
): StepRecord {
  const executionId = run.execution.id;
  return { id: newId(), executionId, nodeId, state, attempts: [] };
}

async function failRun(
  engine: EngineOptions,
  claim: ExecutionClaim,
  error: Error,
  logger: LoggerService,
) {
  const [reasonCode, reason]: [ExecutionReasonCode, string] =
    error instanceof DefinitionInvalidError
      ? ['definition_invalid', error.message]
      : [
          'internal_error',
          'The portal made a mistake while it ran this; its log has the details.',
        ];
  logger.error(`Execution ${claim.executionId} cannot go on`, error);
  try {
    await endExecution({ engine, claim, status: 'FAILED', reasonCode, reason });
  } catch (second) {
    logger.warn(
      `Execution ${claim.executionId} is left until it is claimed again`,
      second as Error,
    );
  }
}
