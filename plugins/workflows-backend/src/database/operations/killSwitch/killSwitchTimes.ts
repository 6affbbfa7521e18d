import type { Knex } from 'knex';
import { KILL_SWITCH } from './killSwitchRow';

/** Whether the kill switch was on at a moment, by its recorded changes. */
export async function killSwitchTimes(
  knex: Knex,
): Promise<(atMs: number) => boolean> {
  const rows: Array<{ change: string; created_at: number | string }> =
    await knex('workflow_changes')
      .where({ workflow_id: KILL_SWITCH })
      .orderBy([{ column: 'created_at' }, { column: 'id' }])
      .select('change', 'created_at');
  return atMs =>
    rows.filter(row => Number(row.created_at) <= atMs).at(-1)?.change ===
    'disabled';
}
