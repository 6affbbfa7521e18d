import type {
  Page,
  RetryExecutionRequest,
  WorkflowExecution,
  WorkflowExecutionDetail,
  WorkflowsSignal,
} from 'backstage-plugin-workflows-common';
import { ConflictError } from '@backstage/errors';
import { isFinished } from 'backstage-plugin-workflows-common';
import type { ExecutionDriver } from 'backstage-plugin-workflows-node';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../database/clock';
import { getExecution } from '../database/operations/executionReads/getExecution';
import { listExecutions } from '../database/operations/executionReads/listExecutions';
import type { Caller } from '../permissions/Caller';
import { retryExecution } from './retry/retryExecution';
import { toExecution, toExecutionDetail } from './toExecution';
import type { ExecutionsService } from './types';

export interface ExecutionsServiceOptions {
  knex: Knex;
  clock: DatabaseClock;
  driver: Pick<ExecutionDriver, 'enqueue'>;
  engine: {
    cancel(executionId: string, actorRef: string): Promise<void>;
    poke(): void;
  };
  onChange: (signal: WorkflowsSignal) => void;
}

export class DefaultExecutionsService implements ExecutionsService {
  static create(options: ExecutionsServiceOptions) {
    return new DefaultExecutionsService(options);
  }

  private constructor(private readonly options: ExecutionsServiceOptions) {}

  async list(
    query: Parameters<ExecutionsService['list']>[0],
  ): Promise<Page<WorkflowExecution>> {
    const { knex } = this.options;
    const { items, nextAfter } = await listExecutions({ knex, ...query });
    return { items: items.map(toExecution), nextAfter };
  }

  async get(id: string): Promise<WorkflowExecutionDetail> {
    const { knex } = this.options;
    return toExecutionDetail(await getExecution({ knex, id }));
  }

  async cancel(id: string, caller: Caller): Promise<WorkflowExecution> {
    const { status } = await this.get(id);
    if (isFinished(status)) {
      throw new ConflictError(
        `The execution "${id}" has ended already: ${status}`,
      );
    }
    await this.options.engine.cancel(id, caller.actorRef);
    return this.shown(id);
  }

  async retry(
    id: string,
    request: RetryExecutionRequest,
    { actorRef }: Caller,
  ): Promise<WorkflowExecution> {
    const { engine, onChange } = this.options;
    const retryId = await retryExecution({
      ...this.options,
      id,
      request,
      actorRef,
    });
    engine.poke();
    onChange({ kind: 'execution', id: retryId });
    return this.shown(retryId);
  }

  private async shown(id: string): Promise<WorkflowExecution> {
    const { knex } = this.options;
    return toExecution((await getExecution({ knex, id })).execution);
  }
}
