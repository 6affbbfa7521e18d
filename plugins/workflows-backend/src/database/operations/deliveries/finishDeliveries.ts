import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import type { IncidentDeliveryRow } from '../../rows';
import { storableText } from '../../storableText';

/** A claim on a delivery: the fence that its writes name. */
export type DeliveryClaim = Pick<IncidentDeliveryRow, 'id' | 'epoch'>;

/**
 * Ends the processing of deliveries. Fenced: when a lease was over and another
 * worker has claimed one of them, or somebody replays it, the error rolls the
 * caller's transaction back.
 *
 * @throws ConflictError when a claim is lost
 */
export async function finishDeliveries(options: {
  knex: Knex;
  clock: DatabaseClock;
  claims: readonly DeliveryClaim[];
  state: 'processed' | 'ignored' | 'failed';
  /** Why they failed or were ignored. */
  error?: string;
}): Promise<void> {
  const { knex, clock, claims, state, error } = options;
  if (claims.length === 0) {
    return;
  }
  const written = await knex('incident_deliveries')
    .whereIn(
      ['id', 'epoch'],
      claims.map(({ id, epoch }) => [id, epoch]),
    )
    .update({
      state,
      error: error === undefined ? null : storableText(error),
      due_at: null,
      processed_at: clock.now(knex),
    });
  if (written < claims.length) {
    throw lostClaim(claims);
  }
}

export function lostClaim(claims: readonly DeliveryClaim[]): ConflictError {
  return new ConflictError(
    `The claim on delivery ${claims
      .map(({ id }) => id)
      .join(', ')} is lost; somebody else processes it`,
  );
}
