import type {
  IncidentContext,
  WorkflowDefinition,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { fromJson } from '../database/conversion';
import type { NewExecution } from '../database/operations/executions/insertExecutions';
import { readChain } from '../database/operations/executions/readChain';
import { chainProblem } from './chain';
import type { WorkflowMatch } from './matchIncident';
import { onceKey } from './onceKey';

/** The runs that an event's matches make, each with its frozen definition. */
export async function toExecutions(options: {
  trx: Knex.Transaction;
  matches: readonly WorkflowMatch[];
  eventId: string;
  context: IncidentContext;
  /** The execution that led to the event. */
  causedBy?: string;
  requestedBy?: string;
}): Promise<NewExecution[]> {
  const { trx, matches, eventId, context, causedBy, requestedBy } = options;
  if (matches.length === 0) {
    return [];
  }
  const chain = causedBy
    ? await readChain({ knex: trx, executionId: causedBy })
    : [];
  const names = await workflowNames(trx, chain);
  const executions: NewExecution[] = [];
  for (const { workflow, fired } of matches) {
    const { definition } = await trx('workflow_versions')
      .where({ workflow_id: workflow.id, version: workflow.version })
      .first('definition');
    const skipped = chainProblem({
      workflow,
      chain,
      nameOf: id => names.get(id) ?? id,
    });
    const key = onceKey({ workflow, fired, context, eventId });
    executions.push({
      workflowId: workflow.id,
      workflowName: workflow.name,
      version: workflow.version,
      definition: fromJson<WorkflowDefinition>(definition),
      ownerRef: workflow.ownerRef,
      incidentId: context.incident.id,
      eventId,
      entityRef: context.incident.entityRef,
      trigger: fired.type,
      context,
      // What is skipped takes nobody's place.
      onceKey: skipped ? `skipped:${eventId}:${key}` : key,
      chain,
      requestedBy,
      skipped,
    });
  }
  return executions;
}

async function workflowNames(
  trx: Knex.Transaction,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) {
    return new Map();
  }
  const rows = await trx('workflows').whereIn('id', ids).select('id', 'name');
  return new Map(rows.map(({ id, name }) => [id, name]));
}
