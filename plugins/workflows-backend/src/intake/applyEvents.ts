import {
  type IncidentContext,
  type OrderedIncidentEvent,
  type WorkflowsSignal,
  isOpenStatus,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { setImmediate as breathe } from 'node:timers/promises';
import type { ResolvedLookup } from '../catalog/EntityResolver';
import type { SourcedIncident } from '../catalog/EntityRules';
import type { DatabaseClock } from '../database/clock';
import type { EventOrigin } from '../database/operations/incidents/insertIncidentEvent';
import { insertExecutions } from '../database/operations/executions/insertExecutions';
import { stopResolvedRuns } from '../database/operations/executions/stopResolvedRuns';
import type { RunnableWorkflows } from '../matcher/RunnableWorkflows';
import { observedMatch } from '../matcher/observedMatch';
import { toExecutions } from '../matcher/toExecutions';
import { byIncident } from './byIncident';
import { IncidentHistory } from './IncidentHistory';

/** The catalog's answers so far. */
export interface KnownEntities {
  /** `away` when the catalog does not answer and it goes without. */
  get(incident: SourcedIncident): ResolvedLookup | 'away';
}

/**
 * Writes what a delivery or an edit says: events, incidents and the runs that
 * they set off, one event after the other, each on what the one before it left.
 * Only awaits the transaction, and the event loop between two events: SQLite answers at
 * once, and without that a large delivery would let no timer, lease or hook
 * through until its end. Gives what changed, for those who watch.
 */
export async function applyEvents(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  sourceId: string;
  origin: EventOrigin;
  events: readonly OrderedIncidentEvent[];
  entities: KnownEntities;
  workflows: RunnableWorkflows;
}): Promise<WorkflowsSignal[]> {
  const { trx, clock, sourceId, origin, events, entities } = options;
  const index = await options.workflows.index(trx);
  const changed: WorkflowsSignal[] = [];
  for (const [incidentKey, group] of byIncident(events)) {
    const history = await IncidentHistory.lock({
      trx,
      clock,
      sourceId,
      incidentKey,
    });
    for (const event of group) {
      await breathe();
      const applied = await history.apply({
        event,
        origin,
        entities,
        shortestAges: index.shortestAges,
      });
      if (!applied) {
        continue;
      }
      const { eventId, context, fired } = applied;
      // Before the event's own runs are made: those are about the end.
      const stopped = endsIncident(context)
        ? await stopResolvedRuns({
            trx,
            clock,
            incidentId: history.incidentId,
          })
        : [];
      const matches = observedMatch({ fired, context }, index);
      const ids = await insertExecutions({
        trx,
        clock,
        executions: await toExecutions({
          trx,
          matches,
          eventId,
          context,
          causedBy: origin.causedBy,
        }),
      });
      changed.push(
        ...[...stopped, ...ids].map(id => ({ kind: 'execution' as const, id })),
      );
    }
    changed.push({ kind: 'incident', id: history.incidentId });
  }
  return changed;
}

function endsIncident({ change }: IncidentContext): boolean {
  return (
    change?.from !== undefined &&
    isOpenStatus(change.from) &&
    !isOpenStatus(change.to)
  );
}
