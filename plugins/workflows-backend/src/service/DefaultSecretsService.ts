import type {
  PutSecretRequest,
  SecretSummary,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { fromJson, toIso, toOptionalIso } from '../database/conversion';
import type { SecretInfoRow } from '../database/operations/secrets/listSecrets';
import { getWorkflow } from '../database/operations/workflows/getWorkflow';
import type { Caller } from '../permissions/Caller';
import type { SecretsStore } from '../secrets/SecretsStore';
import type { SecretsService } from './types';

export class DefaultSecretsService implements SecretsService {
  static create(options: { knex: Knex; store: SecretsStore }) {
    return new DefaultSecretsService(options.knex, options.store);
  }

  private constructor(
    private readonly knex: Knex,
    private readonly store: SecretsStore,
  ) {}

  async list(workflowId: string): Promise<SecretSummary[]> {
    await getWorkflow({ knex: this.knex, id: workflowId });
    return (await this.store.list(workflowId)).map(toSecretSummary);
  }

  async put(
    workflowId: string,
    name: string,
    request: PutSecretRequest,
    caller: Caller,
  ): Promise<SecretSummary> {
    const { actorRef } = caller;
    return toSecretSummary(
      await this.store.put({ workflowId, name, ...request, actorRef }),
    );
  }

  async delete(workflowId: string, name: string): Promise<void> {
    await this.store.delete(workflowId, name);
  }
}

function toSecretSummary(row: SecretInfoRow): SecretSummary {
  return {
    name: row.name,
    allowedHosts: fromJson(row.allowed_hosts),
    updatedAt: toIso(row.updated_at),
    updatedBy: row.updated_by,
    lastUsedAt: toOptionalIso(row.last_used_at),
  };
}
