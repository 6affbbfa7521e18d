import type {
  IncidentTimelineQuery,
  Page,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { readPage } from '../../page';
import type { IncidentEventRow } from '../../rows';

/** An event with the sender's time of the last one that arrived before it. */
export type TimelineRow = IncidentEventRow & {
  latest_before: number | string | null;
};

/** One page of an incident's events, the last to arrive first. */
export async function listTimeline(
  options: { knex: Knex; incidentId: string } & IncidentTimelineQuery,
): Promise<Page<TimelineRow>> {
  const { knex, incidentId, ...page } = options;
  const events = knex('incident_events')
    .where({ incident_id: incidentId })
    .select(
      '*',
      knex.raw(
        'max(occurred_at) over (order by id rows between unbounded preceding and 1 preceding) as latest_before',
      ),
    )
    .as('events');
  return readPage<TimelineRow>(knex.select().from(events), 'id', page);
}
