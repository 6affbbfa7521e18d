import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';

/** Now, or right after the last event of an incident whose source is ahead. */
export async function timeOfNextEdit(options: {
  knex: Knex;
  clock: DatabaseClock;
  incidentId: string;
}): Promise<number> {
  const { knex, clock, incidentId } = options;
  const { now, last } = await knex('incident_events')
    .where({ incident_id: incidentId })
    .first(
      knex.raw('? as now', [clock.now(knex)]),
      knex.raw('max(occurred_at) as last'),
    );
  return Math.max(Number(now), Number(last ?? 0) + 1);
}
