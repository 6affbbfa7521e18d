import { NotFoundError } from '@backstage/errors';
import type {
  IncidentContext,
  WorkflowDefinition,
  WorkflowExplanation,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../database/clock';
import { fromJson, toIso } from '../../database/conversion';
import { killSwitchTimes } from '../../database/operations/killSwitch/killSwitchTimes';
import { getWorkflow } from '../../database/operations/workflows/getWorkflow';
import {
  type StoredEvent,
  type StoredRun,
  explainEvents,
  ranOrSkipped,
} from '../../matcher/explainEvents';
import type { WorkflowHistory } from '../../matcher/workflowAt';

/** The newest of them that are explained. */
const MAX_EVENTS = 200;

/**
 * Why a workflow ran for each event of an incident, or why not, by what was
 * stored of the events and of the workflow's changes.
 *
 * @throws NotFoundError
 */
export async function explainWorkflow(options: {
  knex: Knex;
  clock: DatabaseClock;
  incidentId: string;
  workflowId: string;
}): Promise<WorkflowExplanation> {
  const { knex, clock, incidentId, workflowId } = options;
  const events = await storedEvents(knex, incidentId);
  if (events.length === 0) {
    throw new NotFoundError(`No incident with id '${incidentId}'`);
  }
  const history = await workflowHistory(knex, workflowId);
  const runs = await storedRuns(knex, { workflow_id: workflowId }, query =>
    query.where({ incident_id: incidentId }),
  );
  const isKilled = await killSwitchTimes(knex);
  const [{ now }] = await knex.select(knex.raw('? as now', [clock.now(knex)]));
  const nowMs = Number(now);
  const explained = explainEvents({ history, events, runs, nowMs });
  const keys = explained.flatMap(({ onceKey }) => onceKey ?? []);
  const earlier = await storedRuns(knex, { workflow_id: workflowId }, query =>
    query.whereIn('once_key', keys),
  );
  return {
    workflowId,
    workflowName: history.name,
    events: explained.map(({ onceKey, ...event }, index) => {
      const run = earlier.find(one => onceKey && one.onceKey === onceKey);
      return {
        ...event,
        ...(run && { ...ranOrSkipped(run), outcome: 'once' as const }),
        ...(isKilled(events[index].receivedMs) && {
          killSwitch: true as const,
        }),
      };
    }),
  };
}

async function storedEvents(
  knex: Knex,
  incidentId: string,
): Promise<StoredEvent[]> {
  const rows = await knex('incident_events')
    .where({ incident_id: incidentId })
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(MAX_EVENTS)
    .select('id', 'occurred_at', 'created_at', 'context');
  return rows.reverse().map(row => ({
    id: row.id,
    occurredAt: toIso(row.occurred_at),
    receivedMs: Number(row.created_at),
    context: fromJson<IncidentContext>(row.context),
  }));
}

async function workflowHistory(
  knex: Knex,
  id: string,
): Promise<WorkflowHistory> {
  const workflow = await getWorkflow({ knex, id });
  const changes = await knex('workflow_changes')
    .where({ workflow_id: id })
    .orderBy([{ column: 'created_at' }, { column: 'id' }])
    .select('change', 'version', 'created_at');
  const versions = await knex('workflow_versions')
    .where({ workflow_id: id })
    .whereNotNull('published_at')
    .select('version', 'definition');
  return {
    id,
    name: workflow.name,
    ownerRef: workflow.owner_ref,
    createdMs: Number(workflow.created_at),
    changes: changes.map(({ change, version, created_at }) => ({
      change,
      version,
      atMs: Number(created_at),
    })),
    definitions: new Map(
      versions.map(({ version, definition }) => [
        version,
        fromJson<WorkflowDefinition>(definition),
      ]),
    ),
  };
}

/** Retries are left out: they are of a run, and not of an event. */
async function storedRuns(
  knex: Knex,
  workflow: { workflow_id: string },
  narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<StoredRun[]> {
  const rows = await narrow(
    knex('workflow_executions')
      .where(workflow)
      .whereNull('parent_id')
      .orderBy('id')
      .select('id', 'event_id', 'trigger', 'once_key', 'status', 'reason'),
  );
  return rows.map((row: any) => ({
    id: row.id,
    eventId: row.event_id,
    trigger: row.trigger,
    onceKey: row.once_key,
    status: row.status,
    reason: row.reason,
  }));
}
