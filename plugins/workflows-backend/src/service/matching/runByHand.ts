import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  ExplainedCondition,
  IncidentContext,
  WorkflowDefinition,
} from 'backstage-plugin-workflows-common';
import type { ExecutionDriver } from 'backstage-plugin-workflows-node';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import type { DatabaseClock } from '../../database/clock';
import { fromJson } from '../../database/conversion';
import { newId } from '../../database/newId';
import { insertExecutions } from '../../database/operations/executions/insertExecutions';
import { getIncident } from '../../database/operations/incidents/getIncident';
import { latestEvent } from '../../database/operations/incidents/latestEvent';
import { getVersion } from '../../database/operations/versions/getVersion';
import { lockWorkflow } from '../../database/operations/workflows/getWorkflow';
import type { WorkflowRow } from '../../database/rows';
import { type ExplainedMatch, explainMatch } from '../../matcher/matchIncident';
import { onceKey } from '../../matcher/onceKey';
import { toExecutions } from '../../matcher/toExecutions';
import type { IndexedWorkflow } from '../../matcher/WorkflowIndex';

/**
 * Makes a run of a workflow for an incident as it is now, and gives its id. Its
 * scope and conditions hold for people, too: they say what the workflow is for.
 * The workflow is locked meanwhile, so a disable that comes before is seen, and
 * one that comes later finds the run.
 *
 * @throws NotFoundError
 * @throws ConflictError when it cannot be run on this incident now
 */
export async function runByHand(options: {
  knex: Knex;
  clock: DatabaseClock;
  driver: Pick<ExecutionDriver, 'enqueue'>;
  workflowId: string;
  incidentId: string;
  idempotencyKey?: string;
  actorRef: string;
}): Promise<string> {
  const { knex, clock, driver, workflowId, incidentId, actorRef } = options;
  const { idempotencyKey = newId() } = options;
  // A key is its caller's own.
  const requestKey = createHash('sha256')
    .update(JSON.stringify([actorRef, idempotencyKey]))
    .digest('base64url');
  return knex.transaction(async trx => {
    const row = await lockWorkflow({ trx, id: workflowId });
    const workflow = await runnable(trx, row);
    const incident = await getIncident({ knex: trx, id: incidentId });
    const last = await latestEvent({ knex: trx, incidentId });
    if (!incident || !last) {
      throw new NotFoundError(`No incident with id '${incidentId}'`);
    }
    const { entity } = last.context;
    const context: IncidentContext = { incident, ...(entity && { entity }) };
    const fired = { type: 'manual' as const, requestKey };
    const match = explainMatch(workflow, fired, context);
    if (!match.matched) {
      throw new ConflictError(refusal(workflow, match));
    }
    const eventId = last.id;
    const executions = await toExecutions({
      trx,
      events: [{ matches: [{ workflow, fired }], eventId, context }],
      requestedBy: actorRef,
    });
    const [executionId] = await insertExecutions({
      trx,
      clock,
      driver,
      // No event made it.
      executions: executions.map(one => ({ ...one, eventId: undefined })),
    });
    if (executionId) {
      return executionId;
    }
    const earlier = await trx('workflow_executions')
      .where({
        workflow_id: workflowId,
        once_key: onceKey({ workflow, fired, context, eventId }),
      })
      .first('id', 'incident_id');
    if (workflow.once || earlier.incident_id !== incidentId) {
      throw new ConflictError(
        workflow.once
          ? `The workflow "${workflow.name}" runs once per ${workflow.once.per}, and has: execution ${earlier.id}; retry that to run it again`
          : `The same Idempotency-Key was used for another incident: execution ${earlier.id}`,
      );
    }
    return earlier.id;
  });
}

async function runnable(
  trx: Knex.Transaction,
  { id, name, enabled, owner_ref, published_version: version }: WorkflowRow,
): Promise<IndexedWorkflow> {
  if (!enabled || version === null) {
    throw new ConflictError(
      `The workflow "${name}" is ${
        version === null ? 'not published' : 'disabled'
      }; it cannot be run`,
    );
  }
  const row = await getVersion({ knex: trx, workflowId: id, version });
  const { trigger, settings } = fromJson<WorkflowDefinition>(row.definition);
  return {
    id,
    name,
    ownerRef: owner_ref,
    version,
    trigger,
    once: settings.once,
    enabledMs: 0,
    activeMs: 0,
  };
}

function refusal(
  { name }: IndexedWorkflow,
  { stoppedBy, explanation }: ExplainedMatch,
): string {
  if (stoppedBy === 'scope') {
    return `The workflow "${name}" is not for this incident: its entity or team is not among those that it is for`;
  }
  return `The workflow "${name}" is not for this incident: ${describe(
    explanation,
  )}`;
}

/** The first conditions that did not hold, in words. */
function describe(condition: ExplainedCondition): string {
  if (!('conditions' in condition)) {
    const { field, operator, expected, actual } = condition;
    return `the condition ${field} ${operator} ${
      expected === undefined ? '' : JSON.stringify(expected)
    } does not hold; it is ${
      actual === undefined ? 'not there' : JSON.stringify(actual)
    }`;
  }
  if (condition.match === 'all') {
    return describe(condition.conditions.find(({ holds }) => !holds)!);
  }
  return condition.match === 'any'
    ? 'none of several conditions holds, and one must'
    : 'one of several conditions holds, and none may';
}
