import type {
  ExecutionReasonCode,
  IncidentContext,
  WorkflowDefinition,
} from 'backstage-plugin-workflows-common';
import type { ExecutionDriver } from 'backstage-plugin-workflows-node';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import { newId } from '../../newId';
import type { InheritedEffects } from '../steps/InheritedEffect';

/** A run to be made. What it is given here is frozen. */
export interface NewExecution {
  workflowId: string;
  workflowName: string;
  version: number;
  definition: WorkflowDefinition;
  /** Empty for a global workflow. */
  ownerRef: string;
  incidentId?: string;
  eventId?: string;
  entityRef?: string;
  trigger: string;
  context: IncidentContext;
  /** Of two runs of one workflow with the same key, the second is not made. */
  onceKey?: string;
  /** Ids of the workflows whose runs led to this one, the first one first. */
  chain?: string[];
  mode?: 'real' | 'test';
  /** Of a retry: what it retries, and the first run of the row of retries. */
  retries?: { parentId: string; rootId: string; inherited: InheritedEffects };
  /** Who asked for it. */
  requestedBy?: string;
  /** Why it is not run, but only recorded. */
  skipped?: { reasonCode: ExecutionReasonCode; reason: string };
}

/** Rows of one statement; SQLite takes at most 32,766 values. */
const BATCH = 200;

/**
 * Makes runs that are due now, tells the driver of them, and gives the ids of
 * those that were really made. The caller pokes the engine after its commit.
 *
 * Once is decided by the unique key, not by a look before: two deliveries that
 * are processed at the same time would both see nothing.
 */
export async function insertExecutions(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  driver: Pick<ExecutionDriver, 'enqueue'>;
  executions: readonly NewExecution[];
}): Promise<string[]> {
  const { trx, clock, driver, executions } = options;
  const made: Array<{ id: string; status: string }> = [];
  for (let at = 0; at < executions.length; at += BATCH) {
    const rows = executions.slice(at, at + BATCH).map(execution => {
      const id = newId();
      return {
        id,
        workflow_id: execution.workflowId,
        workflow_name: execution.workflowName,
        version: execution.version,
        definition_snapshot: JSON.stringify(execution.definition),
        incident_id: execution.incidentId ?? null,
        event_id: execution.eventId ?? null,
        entity_ref: execution.entityRef ?? null,
        owner_ref: execution.ownerRef,
        trigger: execution.trigger,
        trigger_context: JSON.stringify(execution.context),
        status: execution.skipped ? 'SKIPPED' : 'PENDING',
        reason_code: execution.skipped?.reasonCode ?? null,
        reason: execution.skipped?.reason ?? null,
        finished_at: execution.skipped ? clock.now(trx) : null,
        once_key: execution.onceKey ?? null,
        due_at: execution.skipped ? null : clock.now(trx),
        root_id: execution.retries?.rootId ?? id,
        parent_id: execution.retries?.parentId ?? null,
        inherited: execution.retries
          ? JSON.stringify(execution.retries.inherited)
          : null,
        requested_by: execution.requestedBy ?? null,
        concurrency: execution.definition.settings.concurrency ?? null,
        stop_when_resolved:
          execution.definition.settings.stopWhenResolved || null,
        mode: execution.mode ?? 'real',
        chain: JSON.stringify(execution.chain ?? []),
        created_at: clock.now(trx),
      };
    });
    const inserted = await trx('workflow_executions')
      .insert(rows)
      .onConflict(['workflow_id', 'once_key'])
      .ignore()
      .returning(['id', 'status']);
    made.push(...inserted);
  }
  const due = made.filter(({ status }) => status === 'PENDING');
  if (due.length > 0) {
    await driver.enqueue(
      trx,
      due.map(({ id }) => id),
    );
  }
  return made.map(({ id }) => id);
}
