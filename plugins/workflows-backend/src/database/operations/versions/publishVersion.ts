import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import type { WorkflowRow } from '../../rows';
import { bumpRevision } from '../changes/bumpRevision';
import { insertChange } from '../changes/insertChange';
import { activateWorkflow } from '../workflows/activateWorkflow';

/**
 * Makes a version the one that runs. The caller holds the workflow's row
 * (`lockWorkflow`), so two publishers cannot overtake each other. A version is
 * published at most once; publishing the one that runs changes nothing.
 *
 * @throws ConflictError for a version that ran before
 */
export async function publishVersion(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  workflow: Pick<WorkflowRow, 'id' | 'enabled' | 'published_version'>;
  version: number;
  actorRef: string;
}): Promise<void> {
  const { trx, clock, workflow, version, actorRef } = options;
  if (workflow.published_version === version) {
    return;
  }
  const marked = await trx('workflow_versions')
    .where({ workflow_id: workflow.id, version })
    .whereNull('published_at')
    .update({ published_at: clock.now(trx), published_by: actorRef });
  if (marked === 0) {
    throw new ConflictError(
      `Version ${version} was published before and is not published twice; restore it as a new version and publish that`,
    );
  }
  await trx('workflows')
    .where({ id: workflow.id })
    .update({
      published_version: version,
      updated_at: clock.now(trx),
      updated_by: actorRef,
    });
  await insertChange({
    trx,
    clock,
    workflowId: workflow.id,
    change: 'published',
    version,
    actorRef,
  });
  await bumpRevision(trx);
  if (workflow.enabled) {
    const { id } = workflow;
    await activateWorkflow({ trx, clock, id, version, enabled: false });
  }
}
