import type {
  IncidentContext,
  IncidentEvent,
  IncidentTimelineEntry,
  IncidentTimelineQuery,
  Page,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { fromJson, toIso, toMillis } from '../../database/conversion';
import {
  type EventExecutionRow,
  listExecutionsOfEvents,
} from '../../database/operations/executionReads/listExecutionsOfEvents';
import {
  type TimelineRow,
  listTimeline,
} from '../../database/operations/incidents/listTimeline';
import type { OwnerFilter } from '../../permissions/OwnerQuery';
import { changesOf } from './changesOf';

/** Which executions are told of: none, or those that the filter lets through. */
export type VisibleExecutions = 'none' | { filter?: OwnerFilter };

/** One page of what happened with an incident, the last to arrive first. */
export async function readTimeline(options: {
  knex: Knex;
  incidentId: string;
  query: IncidentTimelineQuery;
  executions: VisibleExecutions;
}): Promise<Page<IncidentTimelineEntry>> {
  const { knex, incidentId, query, executions } = options;
  const { items, ...rest } = await listTimeline({ knex, incidentId, ...query });
  const runs =
    executions === 'none'
      ? []
      : await listExecutionsOfEvents({
          knex,
          incidentId,
          eventIds: items.map(({ id }) => id),
          ...executions,
        });
  return { ...rest, items: items.map(row => toEntry(row, runs)) };
}

function toEntry(
  row: TimelineRow,
  runs: EventExecutionRow[],
): IncidentTimelineEntry {
  const event = fromJson<IncidentEvent>(row.event);
  const isLate =
    row.latest_before !== null &&
    toMillis(row.occurred_at) < toMillis(row.latest_before);
  return {
    id: row.id,
    occurredAt: toIso(row.occurred_at),
    receivedAt: toIso(row.created_at),
    event,
    changes: changesOf(fromJson<IncidentContext>(row.context)),
    ...(isLate && { late: true }),
    ...(row.delivery_id && { deliveryId: row.delivery_id }),
    ...(row.actor_ref && { actorRef: row.actor_ref }),
    ...(row.caused_by && { causedBy: row.caused_by }),
    executions: runs
      .filter(run => run.event_id === row.id)
      .map(run => ({
        id: run.id,
        workflowId: run.workflow_id,
        workflowName: run.workflow_name,
        status: run.status,
      })),
  };
}
