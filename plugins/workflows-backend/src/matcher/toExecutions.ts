import type {
  IncidentContext,
  WorkflowDefinition,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { fromJson } from '../database/conversion';
import type { NewExecution } from '../database/operations/executions/insertExecutions';
import type { WorkflowMatch } from './matchIncident';

/** The runs that an event's matches make, each with its frozen definition. */
export async function toExecutions(options: {
  trx: Knex.Transaction;
  matches: readonly WorkflowMatch[];
  eventId: string;
  context: IncidentContext;
}): Promise<NewExecution[]> {
  const { trx, eventId, context } = options;
  const matched = options.matches.filter(match => match.matched);
  const executions: NewExecution[] = [];
  for (const { workflow, fired } of matched) {
    const { definition } = await trx('workflow_versions')
      .where({ workflow_id: workflow.id, version: workflow.version })
      .first('definition');
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
      onceKey: fired.onceKey,
    });
  }
  return executions;
}
