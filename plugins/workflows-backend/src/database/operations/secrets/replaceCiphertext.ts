import type { Knex } from 'knex';
import type { WorkflowActionSecretRow } from '../../rows';

/**
 * Puts the same value, encrypted anew, in place of the row that was read. Gives
 * false when somebody has set the secret in between: theirs stays.
 */
export async function replaceCiphertext(options: {
  knex: Knex;
  row: WorkflowActionSecretRow;
  encrypted: { keyId: string; nonce: string; ciphertext: string };
}): Promise<boolean> {
  const { knex, row, encrypted } = options;
  const replaced = await knex('workflow_action_secrets')
    .where({ id: row.id, ciphertext: row.ciphertext })
    .update({
      key_id: encrypted.keyId,
      nonce: encrypted.nonce,
      ciphertext: encrypted.ciphertext,
    });
  return replaced > 0;
}
