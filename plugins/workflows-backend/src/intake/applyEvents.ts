import {
  type IncidentContext,
  type OrderedIncidentEvent,
  type WorkflowsSignal,
  isOpenStatus,
} from 'backstage-plugin-workflows-common';
import type { ExecutionDriver } from 'backstage-plugin-workflows-node';
import type { Knex } from 'knex';
import { setImmediate as breathe } from 'node:timers/promises';
import type { DatabaseClock } from '../database/clock';
import { insertExecutions } from '../database/operations/executions/insertExecutions';
import { stopResolvedRuns } from '../database/operations/executions/stopResolvedRuns';
import {
  type EventOrigin,
  insertIncidentEvents,
} from '../database/operations/incidents/insertIncidentEvents';
import { knownIncidentEvents } from '../database/operations/incidents/knownIncidentEvents';
import { lockIncidents } from '../database/operations/incidents/lockIncidents';
import { saveIncidents } from '../database/operations/incidents/saveIncidents';
import type { RunnableWorkflows } from '../matcher/RunnableWorkflows';
import { observedMatch } from '../matcher/observedMatch';
import { toExecutions } from '../matcher/toExecutions';
import { IncidentHistory } from './IncidentHistory';
import type { KnownEntities } from './NeededEntities';
import { nameKey, toWaves } from './toWaves';

/** What a delivery or an edit says. */
export interface SaidEvents {
  sourceId: string;
  origin: EventOrigin;
  events: readonly OrderedIncidentEvent[];
  entities: KnownEntities;
}

/**
 * Writes what deliveries and edits say: events, incidents and the runs that they
 * set off. Each event is folded on what the one before it left; the first events
 * of all incidents are written at once, then the second ones.
 *
 * Only awaits the transaction, and the event loop between two events: SQLite
 * answers at once, and without that many events would let no timer, lease or hook
 * through until their end.
 *
 * @returns what changed, for those who watch; `undefined` when another
 * transaction has made one of the incidents in between, and this one is to be
 * rolled back and repeated
 */
export async function applyEvents(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  driver: Pick<ExecutionDriver, 'enqueue'>;
  writes: readonly SaidEvents[];
  workflows: RunnableWorkflows;
}): Promise<WorkflowsSignal[] | undefined> {
  const { trx, clock, driver, writes, workflows } = options;
  const index = await workflows.index(trx);
  const waves = toWaves(writes);
  const histories = await lockHistories(
    trx,
    clock,
    (waves[0] ?? []).map(({ name }) => name),
  );
  const executionIds: string[] = [];
  for (const wave of waves) {
    const said = wave.map(({ write, name, event }) => {
      const history = histories.get(nameKey(name))!;
      const { incidentId, isKnown } = history;
      return { write, event, history, incidentId, isKnown };
    });
    const known = await knownIncidentEvents({
      trx,
      events: said
        .filter(({ isKnown }) => isKnown)
        .map(({ incidentId, event: { orderKey } }) => ({
          incidentId,
          orderKey,
        })),
    });
    const applied = [];
    for (const { write, event, history, incidentId } of said) {
      if (known.has(incidentId)) {
        continue;
      }
      await breathe();
      const { origin, entities } = write;
      const { shortestAges } = index;
      const one = await history.apply({ event, entities, shortestAges });
      const matches = observedMatch(one, index);
      const { row } = history;
      const { causedBy } = origin;
      applied.push({
        ...one,
        incidentId,
        event,
        origin,
        causedBy,
        row,
        matches,
      });
    }
    if (!(await saveIncidents({ trx, rows: applied.map(({ row }) => row) }))) {
      return undefined;
    }
    await insertIncidentEvents({ trx, clock, events: applied });
    // Before the events' own runs are made: those are about the end.
    const stopped = await stopResolvedRuns({
      trx,
      clock,
      driver,
      incidentIds: applied
        .filter(({ context }) => endsIncident(context))
        .map(({ incidentId }) => incidentId),
    });
    const executions = await toExecutions({ trx, events: applied });
    const made = await insertExecutions({
      trx,
      clock,
      driver,
      executions,
    });
    executionIds.push(...stopped, ...made);
  }
  return [
    ...executionIds.map(id => ({ kind: 'execution' as const, id })),
    ...[...histories.values()].map(({ incidentId: id }) => ({
      kind: 'incident' as const,
      id,
    })),
  ];
}

async function lockHistories(
  trx: Knex.Transaction,
  clock: DatabaseClock,
  names: Parameters<typeof lockIncidents>[0]['names'],
): Promise<Map<string, IncidentHistory>> {
  const { rows, nowMs } = await lockIncidents({ trx, clock, names });
  const known = new Map(
    rows.map(row => {
      const name = { sourceId: row.source_id, incidentKey: row.incident_key };
      return [nameKey(name), row];
    }),
  );
  return new Map(
    names.map(name => {
      const row = known.get(nameKey(name));
      return [nameKey(name), IncidentHistory.of({ trx, name, row, nowMs })];
    }),
  );
}

function endsIncident({ change }: IncidentContext): boolean {
  return (
    change?.from !== undefined &&
    isOpenStatus(change.from) &&
    !isOpenStatus(change.to)
  );
}
