import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../database/clock';
import { fromJson } from '../database/conversion';
import { deleteSecret } from '../database/operations/secrets/deleteSecret';
import { getSecretForUse } from '../database/operations/secrets/getSecretForUse';
import {
  type SecretInfoRow,
  listSecrets,
} from '../database/operations/secrets/listSecrets';
import { touchSecret } from '../database/operations/secrets/touchSecret';
import { upsertSecret } from '../database/operations/secrets/upsertSecret';
import { lockWorkflow } from '../database/operations/workflows/getWorkflow';
import type { SecretCipher } from './cipher';

/** Gives the values of one workflow's secrets to egress, and to nobody else. */
export interface WorkflowSecretResolver {
  /**
   * The secret's value, for a request to this host (with its port unless it is
   * the scheme's own).
   *
   * @throws InputError when there is no such secret or it may not go there
   */
  resolve(name: string, host: string): Promise<string>;
}

/** The encrypted credentials of actions. */
export class SecretsStore {
  static create(options: {
    knex: Knex;
    clock: DatabaseClock;
    cipher: SecretCipher;
  }) {
    return new SecretsStore(options.knex, options.clock, options.cipher);
  }

  private constructor(
    private readonly knex: Knex,
    private readonly clock: DatabaseClock,
    private readonly cipher: SecretCipher,
  ) {}

  list(workflowId: string): Promise<SecretInfoRow[]> {
    return listSecrets({ knex: this.knex, workflowId });
  }

  /**
   * Sets a secret in one transaction with the reading of its workflow, whose
   * owner it gets, and of what was set.
   *
   * @throws NotFoundError when there is no such workflow
   */
  put(secret: {
    workflowId: string;
    name: string;
    value: string;
    allowedHosts: string[];
    actorRef: string;
  }): Promise<SecretInfoRow> {
    const { value, ...rest } = secret;
    const { workflowId, name } = secret;
    const encrypted = this.cipher.encrypt(value, secret);
    return this.knex.transaction(async trx => {
      const workflow = await lockWorkflow({ trx, id: workflowId });
      await upsertSecret({
        knex: trx,
        clock: this.clock,
        encrypted,
        ownerRef: workflow.owner_ref,
        ...rest,
      });
      const secrets = await listSecrets({ knex: trx, workflowId });
      return secrets.find(row => row.name === name)!;
    });
  }

  delete(workflowId: string, name: string): Promise<void> {
    return deleteSecret({ knex: this.knex, workflowId, name });
  }

  resolverFor(workflowId: string): WorkflowSecretResolver {
    return {
      resolve: (name, host) => this.resolve(workflowId, name, host),
    };
  }

  private async resolve(workflowId: string, name: string, host: string) {
    const { knex, clock } = this;
    const row = await getSecretForUse({ knex, workflowId, name });
    if (!row) {
      throw new InputError(
        `The workflow has no secret "${name}"; add it to the workflow`,
      );
    }
    const allowed = fromJson<string[]>(row.allowed_hosts);
    if (!allowed.includes(host.toLocaleLowerCase('en-US'))) {
      throw new InputError(
        `The secret "${name}" may not be sent to ${host}; it is allowed for ${allowed.join(
          ', ',
        )}`,
      );
    }
    const value = this.cipher.decrypt(
      { keyId: row.key_id, nonce: row.nonce, ciphertext: row.ciphertext },
      { workflowId, name },
    );
    await touchSecret({ knex, clock, id: row.id });
    return value;
  }
}
