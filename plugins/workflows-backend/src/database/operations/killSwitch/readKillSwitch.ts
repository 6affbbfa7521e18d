import type { Knex } from 'knex';
import { fromOptionalJson } from '../../conversion';
import { KILL_SWITCH } from './killSwitchRow';

/** Why the kill switch is on. */
export interface KillSwitchRecord {
  reason: string;
  changedBy: string;
  /** Milliseconds by the database's clock. */
  changedAt: number;
}

/** `undefined` while it is off. */
export async function readKillSwitch(
  knex: Knex,
): Promise<KillSwitchRecord | undefined> {
  const row = await knex('workflow_state')
    .where({ name: KILL_SWITCH })
    .first('value');
  return fromOptionalJson(row?.value);
}
