import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import { type DeliveryClaim, lostClaim } from './finishDeliveries';

/**
 * Holds a claim for longer from now on.
 *
 * @throws ConflictError when it is lost, which rolls the caller's transaction back
 */
export async function extendClaim(options: {
  knex: Knex;
  clock: DatabaseClock;
  claim: DeliveryClaim;
  leaseMs: number;
}): Promise<void> {
  const { knex, clock, claim, leaseMs } = options;
  const written = await knex('incident_deliveries')
    .where({ id: claim.id, epoch: claim.epoch })
    .update({ due_at: clock.now(knex, leaseMs) });
  if (written === 0) {
    throw lostClaim([claim]);
  }
}
