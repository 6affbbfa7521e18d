import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import { bumpRevision } from '../changes/bumpRevision';
import { insertVersion } from '../versions/insertVersion';
import { getWorkflow } from './getWorkflow';
import { nameTaken } from './nameTaken';

/**
 * Saves an edit as the version after `latestVersion`. Two editors who both saw
 * the same version race for one UPDATE that names it: the second finds no row.
 *
 * @throws NotFoundError
 * @throws ConflictError when somebody saved in between, or the name is taken
 */
export async function saveWorkflowVersion(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  id: string;
  latestVersion: number;
  name?: string;
  description?: string;
  /** The one before when absent. */
  definition?: WorkflowDefinition;
  note?: string;
  actorRef: string;
}): Promise<void> {
  const { trx, clock, id, latestVersion, name, actorRef } = options;
  const version = latestVersion + 1;
  const saved = await update(options, version);
  const workflow = await getWorkflow({ knex: trx, id });
  if (saved === 0) {
    throw new ConflictError(
      `Somebody saved version ${workflow.latest_version} by ${workflow.updated_by} in between; yours is based on version ${latestVersion}`,
    );
  }
  await insertVersion({
    trx,
    clock,
    workflowId: id,
    version,
    definition: JSON.parse(workflow.definition),
    authorRef: actorRef,
    note: options.note,
  });
  if (name !== undefined) {
    // Runs carry the name; the matcher's index holds it.
    await bumpRevision(trx);
  }
}

async function update(
  options: Parameters<typeof saveWorkflowVersion>[0],
  version: number,
): Promise<number> {
  const { trx, clock, id, latestVersion, name, description, definition } =
    options;
  try {
    return await trx('workflows')
      .where({ id, latest_version: latestVersion })
      .update({
        latest_version: version,
        ...(name === undefined ? {} : { name }),
        ...(description === undefined ? {} : { description }),
        ...(definition === undefined
          ? {}
          : { definition: JSON.stringify(definition) }),
        updated_at: clock.now(trx),
        updated_by: options.actorRef,
      });
  } catch (error) {
    throw isDatabaseConflictError(error) ? nameTaken(name) : error;
  }
}
