import {
  type Page,
  type RESOURCE_TYPE_EXECUTION,
  type RetryExecutionRequest,
  type WorkflowExecution,
  type WorkflowExecutionDetail,
  executionCancelPermission,
  executionRetryPermission,
} from 'backstage-plugin-workflows-common';
import type { Caller } from '../permissions/Caller';
import type { ResourcePolicy } from '../permissions/ResourcePolicy';
import type { ExecutionsService } from './types';

/** {@link ExecutionsService} for callers who may not do everything. */
export class AuthorizedExecutionsService implements ExecutionsService {
  static create(options: {
    inner: ExecutionsService;
    executions: ResourcePolicy<typeof RESOURCE_TYPE_EXECUTION>;
  }) {
    return new AuthorizedExecutionsService(options.inner, options.executions);
  }

  private constructor(
    private readonly inner: ExecutionsService,
    private readonly executions: ResourcePolicy<typeof RESOURCE_TYPE_EXECUTION>,
  ) {}

  async list(
    query: Parameters<ExecutionsService['list']>[0],
    caller: Caller,
  ): Promise<Page<WorkflowExecution>> {
    const { filter } = await this.executions.assertReadsSome(caller);
    return this.inner.list({ ...query, filter }, caller);
  }

  async get(id: string, caller: Caller): Promise<WorkflowExecutionDetail> {
    return this.executions.readable(
      await this.inner.get(id, caller),
      id,
      caller,
    );
  }

  async cancel(id: string, caller: Caller): Promise<WorkflowExecution> {
    await this.executions.assertMayChange(
      executionCancelPermission,
      await this.get(id, caller),
      caller,
    );
    return this.inner.cancel(id, caller);
  }
  async retry(
    id: string,
    request: RetryExecutionRequest,
    caller: Caller,
  ): Promise<WorkflowExecution> {
    await this.executions.assertMayChange(
      executionRetryPermission,
      await this.get(id, caller),
      caller,
    );
    return this.inner.retry(id, request, caller);
  }
}
