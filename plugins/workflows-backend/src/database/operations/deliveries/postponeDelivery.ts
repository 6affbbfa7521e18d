import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import { storableText } from '../../storableText';
import type { DeliveryClaim } from './finishDeliveries';

/** Makes a claimed delivery due again later. Nothing when the claim is lost. */
export async function postponeDelivery(options: {
  knex: Knex;
  clock: DatabaseClock;
  claim: DeliveryClaim;
  inMs: number;
  /** Why, shown until it is processed. */
  error: string;
}): Promise<void> {
  const { knex, clock, claim, inMs, error } = options;
  await knex('incident_deliveries')
    .where({ id: claim.id, epoch: claim.epoch })
    .update({ due_at: clock.now(knex, inMs), error: storableText(error) });
}
