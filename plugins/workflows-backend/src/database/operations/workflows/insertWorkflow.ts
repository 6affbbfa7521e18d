import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import { newId } from '../../newId';
import { insertVersion } from '../versions/insertVersion';
import { nameTaken } from './nameTaken';

/**
 * Adds a workflow with its version 1, not published and not enabled. Gives its id.
 *
 * @throws ConflictError when its owner has one of this name
 */
export async function insertWorkflow(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  name: string;
  description: string;
  ownerRef?: string;
  definition: WorkflowDefinition;
  note?: string;
  actorRef: string;
}): Promise<string> {
  const { trx, clock, name, ownerRef, definition, actorRef } = options;
  const id = newId();
  try {
    await trx('workflows').insert({
      id,
      name,
      description: options.description,
      owner_ref: ownerRef ?? '',
      enabled: false,
      latest_version: 1,
      definition: JSON.stringify(definition),
      created_at: clock.now(trx),
      created_by: actorRef,
      updated_at: clock.now(trx),
      updated_by: actorRef,
    });
  } catch (error) {
    throw isDatabaseConflictError(error) ? nameTaken(name) : error;
  }
  await insertVersion({
    trx,
    clock,
    workflowId: id,
    version: 1,
    definition,
    authorRef: actorRef,
    note: options.note,
  });
  return id;
}
