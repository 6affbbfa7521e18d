import type { Knex } from 'knex';
import type { OwnerFilter } from '../../../permissions/OwnerQuery';
import { applyOwnerFilter } from '../../ownerFilter';
import type { WorkflowExecutionRow } from '../../rows';

export type EventExecutionRow = Pick<
  WorkflowExecutionRow,
  'id' | 'event_id' | 'workflow_id' | 'workflow_name' | 'status'
>;

/** What the events of an incident set off, the first first; retries are not of an event alone. */
export async function listExecutionsOfEvents(options: {
  knex: Knex;
  incidentId: string;
  eventIds: string[];
  filter?: OwnerFilter;
}): Promise<EventExecutionRow[]> {
  const { knex, incidentId, eventIds, filter } = options;
  const query = knex('workflow_executions')
    .where({ incident_id: incidentId })
    .whereIn('event_id', eventIds)
    .orderBy('id')
    .select('id', 'event_id', 'workflow_id', 'workflow_name', 'status');
  return applyOwnerFilter(query, filter, 'owner_ref');
}
