import type {
  Page,
  WorkflowExecution,
  WorkflowExecutionDetail,
} from 'backstage-plugin-workflows-common';
import { ConflictError } from '@backstage/errors';
import { isFinished } from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { getExecution } from '../database/operations/executionReads/getExecution';
import { listExecutions } from '../database/operations/executionReads/listExecutions';
import type { Caller } from '../permissions/Caller';
import { toExecution, toExecutionDetail } from './toExecution';
import type { ExecutionsService } from './types';

export class DefaultExecutionsService implements ExecutionsService {
  static create(options: {
    knex: Knex;
    engine: { cancel(executionId: string, actorRef: string): Promise<void> };
  }) {
    return new DefaultExecutionsService(options.knex, options.engine);
  }

  private constructor(
    private readonly knex: Knex,
    private readonly engine: {
      cancel(executionId: string, actorRef: string): Promise<void>;
    },
  ) {}

  async list(
    query: Parameters<ExecutionsService['list']>[0],
  ): Promise<Page<WorkflowExecution>> {
    const { items, nextAfter } = await listExecutions({
      knex: this.knex,
      ...query,
    });
    return { items: items.map(toExecution), nextAfter };
  }

  async get(id: string): Promise<WorkflowExecutionDetail> {
    return toExecutionDetail(await getExecution({ knex: this.knex, id }));
  }

  async cancel(id: string, caller: Caller): Promise<WorkflowExecution> {
    const { status } = await this.get(id);
    if (isFinished(status)) {
      throw new ConflictError(
        `The execution "${id}" has ended already: ${status}`,
      );
    }
    await this.engine.cancel(id, caller.actorRef);
    const { execution } = await getExecution({ knex: this.knex, id });
    return toExecution(execution);
  }
}
