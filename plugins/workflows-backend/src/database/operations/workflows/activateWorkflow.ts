import {
  type AgeTrigger,
  type WorkflowDefinition,
  parseDuration,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import { fromJson } from '../../conversion';

/**
 * Notes that a version begins to run, and makes the incidents due whose age it
 * waits for. Called after `bumpRevision`, which has waited for every look at an
 * age that does not know the version; so the time noted here, a millisecond from
 * now, is later than what such a look covered, and none falls in between.
 */
export async function activateWorkflow(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  id: string;
  version: number;
  /** Whether it was not enabled before. */
  enabled: boolean;
}): Promise<void> {
  const { trx, clock, id, version, enabled } = options;
  const [{ enabledAt }] = await trx('workflows')
    .where({ id })
    .update({
      active_at: clock.now(trx, 1),
      ...(enabled && { enabled_at: clock.now(trx) }),
    })
    .returning(['enabled_at as enabledAt']);
  const { definition } = await trx('workflow_versions')
    .where({ workflow_id: id, version })
    .first('definition');
  const { trigger } = fromJson<WorkflowDefinition>(definition);
  if (trigger.type === 'age') {
    await scheduleAge({ trx, clock, trigger, enabledAt: enabledAt ?? 0 });
  }
}

async function scheduleAge(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  trigger: AgeTrigger;
  enabledAt: number | string;
}): Promise<void> {
  const { trx, clock, trigger, enabledAt } = options;
  const since = trx.ref(`${trigger.state}_since`);
  const reached = trx.raw('(? + ?)', [
    since,
    parseDuration(trigger.longerThan)!,
  ]);
  const now = clock.now(trx);
  const moment = trx.raw('(case when ? > ? then ? else ? end)', [
    reached,
    now,
    reached,
    now,
  ]);
  const incidents = trx('incidents')
    .whereNotNull(`${trigger.state}_since`)
    .where(due => due.whereNull('due_at').orWhere('due_at', '>', moment));
  if (!trigger.includeExisting) {
    incidents
      .where(`${trigger.state}_known_at`, '>=', enabledAt)
      .where(trx.raw('? >= ?', [reached, now]));
  }
  await incidents.update({ due_at: moment });
}
