import type { Knex } from 'knex';
import { newId } from '../database/newId';
import type { WorkflowExecutionRow } from '../database/rows';
import { simpleDefinition } from './definitions';

/** Puts an execution into the table as it is said to be. Gives its id. */
export async function insertTestExecution(
  knex: Knex,
  row: Partial<WorkflowExecutionRow>,
): Promise<string> {
  const id = newId();
  await knex('workflow_executions').insert({
    id,
    workflow_id: newId(),
    workflow_name: 'Tell',
    version: 1,
    definition_snapshot: JSON.stringify(simpleDefinition()),
    owner_ref: '',
    trigger: 'incident_created',
    trigger_context: '{}',
    status: 'WAITING',
    created_at: Date.UTC(2030, 0, 1),
    ...row,
  });
  return id;
}
