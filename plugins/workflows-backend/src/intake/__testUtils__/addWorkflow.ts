import type {
  TriggerConfig,
  WorkflowDefinition,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { bumpRevision } from '../../database/operations/changes/bumpRevision';
import { newId } from '../../database/newId';

/** An enabled workflow with a published version, as its rows. */
export async function addWorkflow(options: {
  knex: Knex;
  name: string;
  trigger?: TriggerConfig;
  ownerRef?: string;
  settings?: WorkflowDefinition['settings'];
}): Promise<string> {
  const { knex, name, ownerRef = '' } = options;
  const definition: WorkflowDefinition = {
    schemaVersion: 1,
    nodes: [
      { id: 'start', type: 'trigger', position: { x: 0, y: 0 }, data: {} },
    ],
    edges: [],
    trigger: options.trigger ?? { type: 'incident_created', conditions: [] },
    settings: options.settings ?? {},
  };
  const id = newId();
  const row = { created_at: 0, definition: JSON.stringify(definition) };
  await knex.transaction(async trx => {
    await trx('workflows').insert({
      ...row,
      id,
      name,
      description: name,
      owner_ref: ownerRef,
      enabled: true,
      latest_version: 1,
      published_version: 1,
      created_by: 'user:default/guest',
      updated_at: 0,
      updated_by: 'user:default/guest',
    });
    await trx('workflow_versions').insert({
      ...row,
      id: newId(),
      workflow_id: id,
      version: 1,
      author_ref: 'user:default/guest',
    });
    await bumpRevision(trx);
  });
  return id;
}

/** Disables it in one transaction, as the service does. */
export async function disableWorkflow(knex: Knex, id: string): Promise<void> {
  await knex.transaction(async trx => {
    await trx('workflows').where({ id }).update({ enabled: false });
    await bumpRevision(trx);
  });
}
