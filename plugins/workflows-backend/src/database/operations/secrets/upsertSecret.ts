import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import { newId } from '../../newId';

/** Puts a secret, in place of the one of this name if there is one. */
export async function upsertSecret(options: {
  knex: Knex;
  clock: DatabaseClock;
  workflowId: string;
  name: string;
  encrypted: { keyId: string; nonce: string; ciphertext: string };
  allowedHosts: string[];
  /** The workflow's owner; empty for a global one. */
  ownerRef: string;
  actorRef: string;
}): Promise<void> {
  const { knex, clock, encrypted } = options;
  const changing = {
    key_id: encrypted.keyId,
    nonce: encrypted.nonce,
    ciphertext: encrypted.ciphertext,
    allowed_hosts: JSON.stringify(options.allowedHosts),
    owner_ref: options.ownerRef,
    updated_at: clock.now(knex),
    updated_by: options.actorRef,
    last_used_at: null,
  };
  await knex('workflow_action_secrets')
    .insert({
      id: newId(),
      workflow_id: options.workflowId,
      name: options.name,
      created_at: clock.now(knex),
      ...changing,
    })
    .onConflict(['workflow_id', 'name'])
    .merge(changing);
}
