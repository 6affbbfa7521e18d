import type { Knex } from 'knex';

/** The row of `workflow_state` that is there while the kill switch is on. */
export const KILL_SWITCH = 'kill_switch';

/**
 * For `whereNotExists`: what claims and starts name in their own statement, so
 * that no look before it can be out of date.
 */
export function killSwitchRow(knex: Knex): Knex.QueryBuilder {
  return knex('workflow_state')
    .select(knex.raw('1'))
    .where({ name: KILL_SWITCH });
}
