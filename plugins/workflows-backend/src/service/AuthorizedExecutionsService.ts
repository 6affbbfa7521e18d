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
import type { IncidentTitles } from './IncidentTitles';
import type { ExecutionsService } from './types';

/** {@link ExecutionsService} for callers who may not do everything. */
export class AuthorizedExecutionsService implements ExecutionsService {
  static create(options: {
    inner: ExecutionsService;
    executions: ResourcePolicy<typeof RESOURCE_TYPE_EXECUTION>;
    titles: IncidentTitles;
  }) {
    return new AuthorizedExecutionsService(
      options.inner,
      options.executions,
      options.titles,
    );
  }

  private constructor(
    private readonly inner: ExecutionsService,
    private readonly executions: ResourcePolicy<typeof RESOURCE_TYPE_EXECUTION>,
    private readonly titles: IncidentTitles,
  ) {}

  async list(
    query: Parameters<ExecutionsService['list']>[0],
    caller: Caller,
  ): Promise<Page<WorkflowExecution>> {
    const { filter } = await this.executions.assertReadsSome(caller);
    const page = await this.inner.list({ ...query, filter }, caller);
    return { ...page, items: await this.titles.readable(page.items, caller) };
  }

  async get(id: string, caller: Caller): Promise<WorkflowExecutionDetail> {
    return this.shown(
      await this.executions.readable(
        await this.inner.get(id, caller),
        id,
        caller,
      ),
      caller,
    );
  }

  async cancel(id: string, caller: Caller): Promise<WorkflowExecution> {
    await this.executions.assertMayChange(
      executionCancelPermission,
      await this.get(id, caller),
      caller,
    );
    return this.shown(await this.inner.cancel(id, caller), caller);
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
    return this.shown(await this.inner.retry(id, request, caller), caller);
  }

  private async shown<T extends WorkflowExecution>(
    execution: T,
    caller: Caller,
  ): Promise<T> {
    const [shown] = await this.titles.readable([execution], caller);
    return shown;
  }
}
