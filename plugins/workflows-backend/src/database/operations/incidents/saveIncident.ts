import type { FoldedIncident } from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import type { IncidentRow } from '../../rows';
import { storableText } from '../../storableText';

/** Where in the catalog an incident belongs. */
export interface IncidentPlace {
  entityRef?: string;
  ownerRef?: string;
  systemRef?: string;
}

/** Writes what the events of a locked incident say together, and gives the row. */
export async function saveIncident(options: {
  trx: Knex.Transaction;
  clock: DatabaseClock;
  id: string;
  folded: FoldedIncident;
  place: IncidentPlace;
}): Promise<IncidentRow> {
  const { trx, clock, id, folded, place } = options;
  const [row] = await trx('incidents')
    .where({ id })
    .update({
      status: folded.status,
      episode: folded.episode,
      // A column of its own for searching; the exact title is in `folded`.
      title: storableText(folded.title),
      entity_ref: place.entityRef ?? null,
      owner_ref: place.ownerRef ?? null,
      system_ref: place.systemRef ?? null,
      folded: JSON.stringify(folded),
      updated_at: clock.now(trx),
    })
    .returning('*');
  return row;
}
