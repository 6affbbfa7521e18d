import {
  type PutSecretRequest,
  type RESOURCE_TYPE_WORKFLOW,
  type SecretSummary,
  workflowSecretReadPermission,
  workflowSecretUpdatePermission,
} from 'backstage-plugin-workflows-common';
import type { Caller } from '../permissions/Caller';
import type { ResourcePolicy } from '../permissions/ResourcePolicy';
import type { SecretsService, WorkflowsService } from './types';

/** {@link SecretsService} for callers who may not do everything. */
export class AuthorizedSecretsService implements SecretsService {
  static create(options: {
    inner: SecretsService;
    /** The plain service: whose secrets these are. */
    workflowsService: WorkflowsService;
    workflows: ResourcePolicy<typeof RESOURCE_TYPE_WORKFLOW>;
  }) {
    return new AuthorizedSecretsService(
      options.inner,
      options.workflowsService,
      options.workflows,
    );
  }

  private constructor(
    private readonly inner: SecretsService,
    private readonly workflowsService: WorkflowsService,
    private readonly workflows: ResourcePolicy<typeof RESOURCE_TYPE_WORKFLOW>,
  ) {}

  async list(workflowId: string, caller: Caller): Promise<SecretSummary[]> {
    await this.workflows.assertAllowed(
      workflowSecretReadPermission,
      await this.readable(workflowId, caller),
      caller,
    );
    return this.inner.list(workflowId, caller);
  }

  async put(
    workflowId: string,
    name: string,
    request: PutSecretRequest,
    caller: Caller,
  ): Promise<SecretSummary> {
    await this.assertMayChange(workflowId, caller);
    return this.inner.put(workflowId, name, request, caller);
  }

  async delete(
    workflowId: string,
    name: string,
    caller: Caller,
  ): Promise<void> {
    await this.assertMayChange(workflowId, caller);
    await this.inner.delete(workflowId, name, caller);
  }

  private async readable(id: string, caller: Caller) {
    const workflow = await this.workflowsService.get(id, caller);
    return this.workflows.readable(workflow, id, caller);
  }

  private async assertMayChange(id: string, caller: Caller): Promise<void> {
    await this.workflows.assertMayChange(
      workflowSecretUpdatePermission,
      await this.readable(id, caller),
      caller,
    );
  }
}
