import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import { newId } from '../../newId';

/** Adds an immutable version; the caller has reserved its number. */
export async function insertVersion(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  workflowId: string;
  version: number;
  definition: WorkflowDefinition;
  authorRef: string;
  note?: string;
}): Promise<void> {
  const { trx, clock, workflowId, version, definition, authorRef, note } =
    options;
  await trx('workflow_versions').insert({
    id: newId(),
    workflow_id: workflowId,
    version,
    definition: JSON.stringify(definition),
    author_ref: authorRef,
    note: note ?? null,
    created_at: clock.now(trx),
  });
}
