import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import { insertChange } from '../changes/insertChange';
import { KILL_SWITCH } from './killSwitchRow';

/** Switches it on for a reason, or off without one, and records that. */
export async function setKillSwitch(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  reason: string | undefined;
  actorRef: string;
}): Promise<void> {
  const { trx, clock, reason, actorRef } = options;
  await insertChange({
    trx,
    clock,
    workflowId: KILL_SWITCH,
    change: reason === undefined ? 'enabled' : 'disabled',
    actorRef,
  });
  if (reason === undefined) {
    await trx('workflow_state').where({ name: KILL_SWITCH }).delete();
    return;
  }
  const [{ now }] = await trx.select(trx.raw('? as now', [clock.now(trx)]));
  const value = JSON.stringify({
    reason,
    changedBy: actorRef,
    changedAt: Number(now),
  });
  await trx('workflow_state')
    .insert({ name: KILL_SWITCH, value })
    .onConflict('name')
    .merge();
}
