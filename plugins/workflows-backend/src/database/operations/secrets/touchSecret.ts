import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';

/** Records that a secret was used just now. */
export async function touchSecret(options: {
  knex: Knex;
  clock: DatabaseClock;
  id: string;
}): Promise<void> {
  const { knex, clock, id } = options;
  await knex('workflow_action_secrets')
    .where({ id })
    .update({ last_used_at: clock.now(knex) });
}
