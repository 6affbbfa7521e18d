import type { Knex } from 'knex';
import type { WorkflowActionSecretRow } from '../../rows';

/** Secrets that another key than this encrypted, in the order of their ids. */
export async function listSecretsOfOtherKeys(options: {
  knex: Knex;
  keyId: string;
  /** Only what comes after this id. */
  after?: string;
  limit: number;
}): Promise<WorkflowActionSecretRow[]> {
  const { knex, keyId, after, limit } = options;
  const query = knex<WorkflowActionSecretRow>('workflow_action_secrets')
    .whereNot({ key_id: keyId })
    .orderBy('id')
    .limit(limit);
  return after === undefined ? query : query.where('id', '>', after);
}
