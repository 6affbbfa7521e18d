import { NotFoundError } from '@backstage/errors';
import {
  type ActionDescriptor,
  type DisableWorkflowRequest,
  type ExecutionReasonCode,
  type EntityScope,
  type Page,
  type Workflow,
  type WorkflowsSignal,
} from 'backstage-plugin-workflows-common';
import type { ExecutionDriver } from 'backstage-plugin-workflows-node';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../database/clock';
import { fromJson } from '../database/conversion';
import { lastExecutions } from '../database/operations/executionReads/lastExecutions';
import { listSecrets } from '../database/operations/secrets/listSecrets';
import { getVersion } from '../database/operations/versions/getVersion';
import { listVersions } from '../database/operations/versions/listVersions';
import { publishVersion } from '../database/operations/versions/publishVersion';
import { deleteWorkflow } from '../database/operations/workflows/deleteWorkflow';
import {
  getWorkflow,
  lockWorkflow,
} from '../database/operations/workflows/getWorkflow';
import { insertWorkflow } from '../database/operations/workflows/insertWorkflow';
import { listWorkflows } from '../database/operations/workflows/listWorkflows';
import { saveWorkflowVersion } from '../database/operations/workflows/saveWorkflowVersion';
import { setEnabled } from '../database/operations/workflows/setEnabled';
import type { WorkflowRow } from '../database/rows';
import type { EngineObserver } from '../observability/EngineObserver';
import type { Caller } from '../permissions/Caller';
import { DefinitionChecker } from './DefinitionChecker';
import type { CatalogRefs } from '../catalog/CatalogRefs';
import type { VisibleEntities } from './VisibleEntities';
import { toVersion, toVersionSummary, toWorkflowSummary } from './toWorkflow';
import type { CreateRequest, UpdateRequest, WorkflowsService } from './types';
import { workflowsForEntity } from './workflowsForEntity';

export class DefaultWorkflowsService implements WorkflowsService {
  static create(options: {
    knex: Knex;
    clock: DatabaseClock;
    driver: Pick<ExecutionDriver, 'forget'>;
    listActions: () => readonly ActionDescriptor[];
    entities: VisibleEntities;
    catalogRefs: CatalogRefs;
    observer: Pick<EngineObserver, 'transition'>;
    onChange: (signal: WorkflowsSignal) => void;
  }) {
    const { knex, listActions, catalogRefs } = options;
    const checker = DefinitionChecker.create({
      listActions,
      secretHosts: async workflowId =>
        Object.fromEntries(
          (await listSecrets({ knex, workflowId })).map(row => [
            row.name,
            fromJson<string[]>(row.allowed_hosts),
          ]),
        ),
      missingRefs: refs => catalogRefs.missing(refs),
    });
    return new DefaultWorkflowsService(options, checker);
  }

  private constructor(
    private readonly deps: {
      knex: Knex;
      clock: DatabaseClock;
      driver: Pick<ExecutionDriver, 'forget'>;
      entities: VisibleEntities;
      observer: Pick<EngineObserver, 'transition'>;
      onChange: (signal: WorkflowsSignal) => void;
    },
    private readonly checker: DefinitionChecker,
  ) {}

  list: WorkflowsService['list'] = async (query, caller) => {
    const { knex } = this.deps;
    const { items, nextAfter } = await this.found(query, caller);
    const last = await lastExecutions({
      knex,
      workflowIds: items.map(({ row }) => row.id),
    });
    return {
      items: items.map(({ row, scope }) => ({
        ...toWorkflowSummary(row, caller, last.get(row.id)),
        scope,
      })),
      nextAfter,
    };
  };

  async get(id: string, caller: Caller): Promise<Workflow> {
    const { knex } = this.deps;
    const row = await getWorkflow({ knex, id });
    const last = await lastExecutions({ knex, workflowIds: [id] });
    const definition: Workflow['definition'] = fromJson(row.definition);
    return {
      ...toWorkflowSummary(row, caller, last.get(id)),
      definition,
      problems: await this.checker.problems(definition, id),
    };
  }

  async create(request: CreateRequest, caller: Caller): Promise<Workflow> {
    const { knex, clock } = this.deps;
    const definition = await this.checker.savable(
      request.definition,
      undefined,
    );
    const id = await knex.transaction(trx =>
      insertWorkflow({
        trx,
        clock,
        ...request,
        definition,
        actorRef: caller.actorRef,
      }),
    );
    return this.changed(id, caller);
  }

  async update(
    id: string,
    latestVersion: number,
    request: UpdateRequest,
    caller: Caller,
  ): Promise<Workflow> {
    const { knex, clock } = this.deps;
    const definition =
      request.definition === undefined
        ? undefined
        : await this.checker.savable(request.definition, id);
    await knex.transaction(trx =>
      saveWorkflowVersion({
        trx,
        clock,
        id,
        latestVersion,
        ...request,
        definition,
        actorRef: caller.actorRef,
      }),
    );
    return this.changed(id, caller);
  }

  async publish(
    id: string,
    requested: number | undefined,
    caller: Caller,
  ): Promise<Workflow> {
    const { knex, clock } = this.deps;
    const { latest_version: latest } = await getWorkflow({ knex, id });
    const version = requested ?? latest;
    if (version > latest) {
      throw new NotFoundError(
        `The workflow has no version ${version}; its latest is ${latest}`,
      );
    }
    // A version never changes, so it may be judged outside the transaction.
    const row = await getVersion({ knex, workflowId: id, version });
    await this.checker.assertPublishable(fromJson(row.definition), id);
    await knex.transaction(async trx =>
      publishVersion({
        trx,
        clock,
        workflow: await lockWorkflow({ trx, id }),
        version,
        actorRef: caller.actorRef,
      }),
    );
    return this.changed(id, caller);
  }

  async enable(id: string, caller: Caller): Promise<Workflow> {
    const { knex, clock, driver } = this.deps;
    const { actorRef } = caller;
    await knex.transaction(trx =>
      setEnabled({ trx, clock, driver, id, enabled: true, actorRef }),
    );
    return this.changed(id, caller);
  }

  async disable(
    id: string,
    { queued = 'cancel', waiting = 'run' }: DisableWorkflowRequest,
    caller: Caller,
  ): Promise<Workflow> {
    const { knex, clock, driver } = this.deps;
    const { actorRef } = caller;
    const cancel = [
      ...(queued === 'cancel' ? ['PENDING' as const] : []),
      ...(waiting === 'cancel' ? ['WAITING' as const] : []),
    ];
    const cancelled = await knex.transaction(trx =>
      setEnabled({ trx, clock, driver, id, enabled: false, cancel, actorRef }),
    );
    this.executionsCancelled(cancelled, 'workflow_disabled');
    return this.changed(id, caller);
  }

  async delete(id: string, caller: Caller): Promise<void> {
    const { knex, clock, driver, onChange } = this.deps;
    const cancelled = await knex.transaction(trx =>
      deleteWorkflow({ trx, clock, driver, id, actorRef: caller.actorRef }),
    );
    this.executionsCancelled(cancelled, 'workflow_deleted');
    onChange({ kind: 'workflow', id });
  }

  validate: WorkflowsService['validate'] = (definition, workflowId) =>
    this.checker.problems(definition, workflowId);

  listVersions: WorkflowsService['listVersions'] = async workflowId => {
    const { knex } = this.deps;
    await getWorkflow({ knex, id: workflowId });
    return (await listVersions({ knex, workflowId })).map(toVersionSummary);
  };

  getVersion: WorkflowsService['getVersion'] = async (workflowId, version) =>
    toVersion(await getVersion({ knex: this.deps.knex, workflowId, version }));

  private async found(
    { entityRef, ...query }: Parameters<WorkflowsService['list']>[0],
    caller: Caller,
  ): Promise<Page<{ row: WorkflowRow; scope?: EntityScope }>> {
    const { knex, entities } = this.deps;
    if (entityRef !== undefined) {
      const entity = await entities.get(entityRef, caller);
      return workflowsForEntity({ ...query, knex, entity });
    }
    const { items, nextAfter } = await listWorkflows({ ...query, knex });
    return { items: items.map(row => ({ row })), nextAfter };
  }

  private changed(id: string, caller: Caller): Promise<Workflow> {
    this.deps.onChange({ kind: 'workflow', id });
    return this.get(id, caller);
  }

  private executionsCancelled(
    ids: string[],
    reasonCode: ExecutionReasonCode,
  ): void {
    const { observer, onChange } = this.deps;
    for (const id of ids) {
      observer.transition({ executionId: id, status: 'CANCELLED', reasonCode });
      onChange({ kind: 'execution', id });
    }
  }
}
