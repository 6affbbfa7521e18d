import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  ExecutionStatus,
  IncidentContext,
  RetryExecutionRequest,
  WorkflowDefinition,
} from 'backstage-plugin-workflows-common';
import type { ExecutionDriver } from 'backstage-plugin-workflows-node';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../database/clock';
import { fromJson, fromOptionalJson } from '../../database/conversion';
import { newId } from '../../database/newId';
import { hasOpenRetry } from '../../database/operations/executions/hasOpenRetry';
import { insertExecutions } from '../../database/operations/executions/insertExecutions';
import { readExecution } from '../../database/operations/executions/readExecution';
import { getVersion } from '../../database/operations/versions/getVersion';
import { lockWorkflow } from '../../database/operations/workflows/getWorkflow';
import type {
  WorkflowExecutionRow,
  WorkflowExecutionStepRow,
  WorkflowRow,
} from '../../database/rows';
import { planRetry } from './planRetry';

/** The statuses that a run can be retried in. */
const RETRYABLE: Record<
  RetryExecutionRequest['from'],
  readonly ExecutionStatus[]
> = {
  failed: ['FAILED', 'CANCELLED'],
  start: ['COMPLETED', 'FAILED', 'CANCELLED', 'SKIPPED'],
};

/**
 * Makes a new run of one that has ended, and gives its id. The workflow is locked
 * meanwhile: a disable that comes before is seen, one that comes later waits and
 * finds the new run among those that have not begun; and of two retries at once
 * the second finds the first.
 *
 * @throws NotFoundError
 * @throws ConflictError when it cannot be retried now
 */
export async function retryExecution(options: {
  knex: Knex;
  clock: DatabaseClock;
  driver: Pick<ExecutionDriver, 'enqueue'>;
  id: string;
  request: RetryExecutionRequest;
  actorRef: string;
}): Promise<string> {
  const { knex, clock, driver, id, request, actorRef } = options;
  const parent = await readExecution(knex, id);
  if (!parent) {
    throw new NotFoundError(`There is no execution "${id}"`);
  }
  assertRetryable(parent, request);
  const steps = await knex<WorkflowExecutionStepRow>('workflow_execution_steps')
    .where({ execution_id: id })
    .orderBy('id');
  return knex.transaction(async trx => {
    const workflow = await lockEnabled(trx, parent);
    const executionId = parent.id;
    const workflowId = workflow.id;
    if (await hasOpenRetry({ knex: trx, workflowId, executionId })) {
      throw new ConflictError(
        `Another retry of the execution "${id}" has not ended`,
      );
    }
    const definition = fromJson<WorkflowDefinition>(parent.definition_snapshot);
    const next =
      request.useVersion === 'published'
        ? await published(trx, workflow)
        : { name: parent.workflow_name, version: parent.version, definition };
    const plan = planRetry({
      request,
      definition,
      nextDefinition: next.definition,
      steps,
      inherited: fromOptionalJson(parent.inherited) ?? {},
    });
    const [retryId] = await insertExecutions({
      trx,
      clock,
      driver,
      executions: [
        {
          workflowId,
          workflowName: next.name,
          version: next.version,
          definition: next.definition,
          ownerRef: parent.owner_ref,
          incidentId: parent.incident_id ?? undefined,
          eventId: parent.event_id ?? undefined,
          entityRef: parent.entity_ref ?? undefined,
          trigger: parent.trigger,
          context: fromJson<IncidentContext>(parent.trigger_context),
          chain: fromOptionalJson(parent.chain),
          mode: parent.mode,
          retries: {
            parentId: parent.id,
            rootId: parent.root_id ?? parent.id,
            inherited: plan.inherited,
          },
          requestedBy: actorRef,
        },
      ],
    });
    for (const step of plan.settled) {
      await trx('workflow_execution_steps').insert({
        ...step,
        id: newId(),
        execution_id: retryId,
      });
    }
    return retryId;
  });
}

function assertRetryable(
  { id, status }: WorkflowExecutionRow,
  { from }: RetryExecutionRequest,
) {
  if (!RETRYABLE[from].includes(status as ExecutionStatus)) {
    throw new ConflictError(
      `The execution "${id}" is ${status}; it can be retried from ${
        from === 'failed' ? 'the failed step' : 'the start'
      } only when it is ${RETRYABLE[from].join(' or ')}`,
    );
  }
}

async function lockEnabled(
  trx: Knex.Transaction,
  { workflow_id: id, workflow_name: name }: WorkflowExecutionRow,
): Promise<WorkflowRow> {
  const workflow = await lockWorkflow({ trx, id }).catch(error => {
    throw error instanceof NotFoundError
      ? new ConflictError(`The workflow "${name}" was deleted`)
      : error;
  });
  if (!workflow.enabled) {
    throw new ConflictError(
      `The workflow "${workflow.name}" is disabled; enable it to retry its executions`,
    );
  }
  return workflow;
}

async function published(
  trx: Knex.Transaction,
  { id, name, published_version: version }: WorkflowRow,
) {
  if (version === null) {
    throw new ConflictError(`The workflow "${name}" has no published version`);
  }
  const row = await getVersion({ knex: trx, workflowId: id, version });
  return {
    name,
    version,
    definition: fromJson<WorkflowDefinition>(row.definition),
  };
}
