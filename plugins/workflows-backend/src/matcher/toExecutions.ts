import type {
  IncidentContext,
  WorkflowDefinition,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { NewExecution } from '../database/operations/executions/insertExecutions';
import { readChain } from '../database/operations/executions/readChain';
import {
  readDefinitions,
  versionKey,
} from '../database/operations/versions/readDefinitions';
import { chainProblem } from './chain';
import type { WorkflowMatch } from './matchIncident';
import { onceKey } from './onceKey';

/** What an event sets off. */
export interface MatchedEvent {
  matches: readonly WorkflowMatch[];
  eventId: string;
  context: IncidentContext;
  /** The execution that led to the event. */
  causedBy?: string;
}

/** The runs that events' matches make, each with its frozen definition. */
export async function toExecutions(options: {
  trx: Knex.Transaction;
  events: readonly MatchedEvent[];
  requestedBy?: string;
}): Promise<NewExecution[]> {
  const { trx, requestedBy } = options;
  const events = options.events.filter(({ matches }) => matches.length > 0);
  const definitions = await definitionsOf(trx, events);
  const executions: NewExecution[] = [];
  for (const { matches, eventId, context, causedBy } of events) {
    const chain = causedBy
      ? await readChain({ knex: trx, executionId: causedBy })
      : [];
    const names = await workflowNames(trx, chain);
    for (const { workflow, fired } of matches) {
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
        definition: definitions.get(versionKey(workflow))!,
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
  }
  return executions;
}

async function definitionsOf(
  knex: Knex.Transaction,
  events: readonly MatchedEvent[],
): Promise<Map<string, WorkflowDefinition>> {
  const versions = new Map(
    events
      .flatMap(({ matches }) => matches)
      .map(({ workflow }) => [versionKey(workflow), workflow]),
  );
  const definitions = new Map<string, WorkflowDefinition>();
  for await (const { definition, ...version } of readDefinitions({
    knex,
    versions: [...versions.values()],
  })) {
    definitions.set(versionKey(version), definition);
  }
  return definitions;
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
