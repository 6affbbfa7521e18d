import type {
  EntityResolution,
  FoldedIncident,
  OrderedIncidentEvent,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import type { IncidentRow } from '../../rows';
import { storableText } from '../../storableText';

/** Where in the catalog an incident belongs. */
export interface IncidentPlace {
  entityRef?: string;
  ownerRef?: string;
  systemRef?: string;
  /** How it was found, or what led nowhere. */
  resolution: EntityResolution;
}

/** Writes what the events of a locked incident say together, and gives the row. */
export async function saveIncident(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  id: string;
  folded: FoldedIncident;
  /** The last of the folded events. */
  last: Pick<OrderedIncidentEvent, 'occurredAt' | 'orderKey'>;
  /** What `ageColumns` gives. */
  ages: Record<string, unknown>;
  /** As it was when absent. */
  place?: IncidentPlace;
}): Promise<IncidentRow> {
  const { trx, clock, id, folded, last, ages, place } = options;
  const [row] = await trx('incidents')
    .where({ id })
    .update({
      status: folded.status,
      episode: folded.episode,
      // A column of its own for searching; the exact title is in `folded`.
      title: storableText(folded.title),
      ...(place && {
        entity_ref: place.entityRef ?? null,
        owner_ref: place.ownerRef ?? null,
        system_ref: place.systemRef ?? null,
        entity_resolution: JSON.stringify(place.resolution),
      }),
      folded: JSON.stringify(folded),
      last_occurred_at: Date.parse(last.occurredAt),
      last_order_key: last.orderKey,
      ...ages,
      updated_at: clock.now(trx),
    })
    .returning('*');
  return row;
}
