import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import { newId } from '../../newId';
import type { WorkflowChangeRow } from '../../rows';

/** Records a change of what runs, in the transaction that makes it. */
export async function insertChange(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  workflowId: string;
  change: WorkflowChangeRow['change'];
  version?: number | null;
  actorRef: string;
}): Promise<void> {
  const { trx, clock, workflowId, change, version, actorRef } = options;
  await trx('workflow_changes').insert({
    id: newId(),
    workflow_id: workflowId,
    change,
    version: version ?? null,
    actor_ref: actorRef,
    created_at: clock.now(trx),
  });
}
