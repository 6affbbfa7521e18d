import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  type DisableWorkflowRequest,
  type Page,
  type RESOURCE_TYPE_EXECUTION,
  type RESOURCE_TYPE_WORKFLOW,
  type Workflow,
  type WorkflowSummary,
  executionReadPermission,
  workflowCreatePermission,
  workflowDeletePermission,
  workflowPublishPermission,
  workflowUpdatePermission,
} from 'backstage-plugin-workflows-common';
import type { Caller } from '../permissions/Caller';
import { assertMayChange } from '../permissions/floor';
import type { Policy } from '../permissions/Policy';
import type { ResourcePolicy } from '../permissions/ResourcePolicy';
import type { CreateRequest, UpdateRequest, WorkflowsService } from './types';

type WorkflowPermission = ResourcePermission<typeof RESOURCE_TYPE_WORKFLOW>;

/** {@link WorkflowsService} for callers who may not do everything. */
export class AuthorizedWorkflowsService implements WorkflowsService {
  static create(options: {
    inner: WorkflowsService;
    policy: Policy;
    workflows: ResourcePolicy<typeof RESOURCE_TYPE_WORKFLOW>;
    executions: ResourcePolicy<typeof RESOURCE_TYPE_EXECUTION>;
  }) {
    return new AuthorizedWorkflowsService(
      options.inner,
      options.policy,
      options.workflows,
      options.executions,
    );
  }

  private constructor(
    private readonly inner: WorkflowsService,
    private readonly policy: Policy,
    private readonly workflows: ResourcePolicy<typeof RESOURCE_TYPE_WORKFLOW>,
    private readonly executions: ResourcePolicy<typeof RESOURCE_TYPE_EXECUTION>,
  ) {}

  list: WorkflowsService['list'] = async (
    query,
    caller,
  ): Promise<Page<WorkflowSummary>> => {
    const { filter } = await this.workflows.assertReadsSome(caller);
    const page = await this.inner.list({ ...query, filter }, caller);
    const show = await this.view(caller);
    return { ...page, items: page.items.map(show) };
  };

  async get(id: string, caller: Caller): Promise<Workflow> {
    return this.shown(await this.readable(id, caller), caller);
  }

  async create(request: CreateRequest, caller: Caller): Promise<Workflow> {
    assertMayChange(caller, request);
    await this.policy.assert(workflowCreatePermission, caller);
    return this.shown(await this.inner.create(request, caller), caller);
  }

  async update(
    id: string,
    latestVersion: number,
    request: UpdateRequest,
    caller: Caller,
  ): Promise<Workflow> {
    await this.assertMayChange(workflowUpdatePermission, id, caller);
    return this.shown(
      await this.inner.update(id, latestVersion, request, caller),
      caller,
    );
  }

  async delete(id: string, caller: Caller): Promise<void> {
    await this.assertMayChange(workflowDeletePermission, id, caller);
    await this.inner.delete(id, caller);
  }

  async publish(
    id: string,
    version: number | undefined,
    caller: Caller,
  ): Promise<Workflow> {
    await this.assertMayChange(workflowPublishPermission, id, caller);
    return this.shown(await this.inner.publish(id, version, caller), caller);
  }

  async enable(id: string, caller: Caller): Promise<Workflow> {
    await this.assertMayChange(workflowPublishPermission, id, caller);
    return this.shown(await this.inner.enable(id, caller), caller);
  }

  async disable(
    id: string,
    request: DisableWorkflowRequest,
    caller: Caller,
  ): Promise<Workflow> {
    await this.assertMayChange(workflowPublishPermission, id, caller);
    return this.shown(await this.inner.disable(id, request, caller), caller);
  }

  validate: WorkflowsService['validate'] = async (
    definition,
    workflowId,
    caller,
  ) => {
    if (workflowId === undefined) {
      await this.workflows.assertReadsSome(caller);
    } else {
      await this.readable(workflowId, caller);
    }
    return this.inner.validate(definition, workflowId, caller);
  };

  listVersions: WorkflowsService['listVersions'] = async (id, caller) => {
    await this.readable(id, caller);
    return this.inner.listVersions(id, caller);
  };

  getVersion: WorkflowsService['getVersion'] = async (id, version, caller) => {
    await this.readable(id, caller);
    return this.inner.getVersion(id, version, caller);
  };

  private async readable(id: string, caller: Caller): Promise<Workflow> {
    return this.workflows.readable(
      await this.inner.get(id, caller),
      id,
      caller,
    );
  }

  private async assertMayChange(
    permission: WorkflowPermission,
    id: string,
    caller: Caller,
  ): Promise<void> {
    const workflow = await this.readable(id, caller);
    await this.workflows.assertMayChange(permission, workflow, caller);
  }

  private async shown(workflow: Workflow, caller: Caller): Promise<Workflow> {
    return (await this.view(caller))(workflow);
  }

  /**
   * Narrows `editable` from what the floor allows to what the policy does, and
   * leaves out the last run for those who may not see it; a run belongs to the
   * owner of its workflow.
   */
  private async view(caller: Caller) {
    const [update, runs] = await Promise.all([
      this.workflows.ask(workflowUpdatePermission, caller),
      this.executions.ask(executionReadPermission, caller),
    ]);
    return <T extends WorkflowSummary>(workflow: T): T => ({
      ...workflow,
      editable: workflow.editable && (update?.allows(workflow) ?? false),
      lastExecution: runs?.allows(workflow)
        ? workflow.lastExecution
        : undefined,
    });
  }
}
