import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import type { DeliveryClaim } from './finishDelivery';

/** Holds a claim for longer from now on. Nothing when it is lost already. */
export async function extendClaim(options: {
  knex: Knex;
  clock: DatabaseClock;
  claim: DeliveryClaim;
  leaseMs: number;
}): Promise<void> {
  const { knex, clock, claim, leaseMs } = options;
  await knex('incident_deliveries')
    .where({ id: claim.id, epoch: claim.epoch })
    .update({ due_at: clock.now(knex, leaseMs) });
}
