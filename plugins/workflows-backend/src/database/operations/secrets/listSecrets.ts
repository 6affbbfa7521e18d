import type { Knex } from 'knex';
import type { WorkflowActionSecretRow } from '../../rows';

/** A secret without what could be decrypted. */
export type SecretInfoRow = Omit<
  WorkflowActionSecretRow,
  'key_id' | 'nonce' | 'ciphertext'
>;

export async function listSecrets(options: {
  knex: Knex;
  workflowId: string;
}): Promise<SecretInfoRow[]> {
  return options
    .knex<WorkflowActionSecretRow>('workflow_action_secrets')
    .where({ workflow_id: options.workflowId })
    .orderBy('name')
    .select(
      'id',
      'workflow_id',
      'name',
      'allowed_hosts',
      'owner_ref',
      'created_at',
      'updated_at',
      'updated_by',
      'last_used_at',
    );
}
