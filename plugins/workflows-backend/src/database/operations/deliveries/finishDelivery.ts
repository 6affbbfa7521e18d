import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import type { IncidentDeliveryRow } from '../../rows';
import { storableText } from '../../storableText';

/** A claim on a delivery: the fence that its writes name. */
export type DeliveryClaim = Pick<IncidentDeliveryRow, 'id' | 'epoch'>;

/**
 * Ends the processing of a delivery. Fenced: when the lease was over and another
 * worker has claimed it, or somebody replays it, nothing is written, and the
 * error rolls the caller's transaction back.
 *
 * @throws ConflictError when the claim is lost
 */
export async function finishDelivery(options: {
  knex: Knex;
  clock: DatabaseClock;
  claim: DeliveryClaim;
  state: 'processed' | 'ignored' | 'failed';
  /** Why it failed or was ignored. */
  error?: string;
}): Promise<void> {
  const { knex, clock, claim, state, error } = options;
  const written = await knex('incident_deliveries')
    .where({ id: claim.id, epoch: claim.epoch })
    .update({
      state,
      error: error === undefined ? null : storableText(error),
      due_at: null,
      processed_at: clock.now(knex),
    });
  if (written === 0) {
    throw lostClaim(claim);
  }
}

export function lostClaim({ id }: DeliveryClaim): ConflictError {
  return new ConflictError(
    `The claim on delivery ${id} is lost; somebody else processes it`,
  );
}
