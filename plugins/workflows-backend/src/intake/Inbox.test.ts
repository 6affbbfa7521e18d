import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { databaseClock } from '../database/clock';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { Inbox } from './Inbox';
import { TestIntake } from './__testUtils__/TestIntake';
import { alert, delivery } from './__testUtils__/alerts';

describe('a hook without database', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();
  const body = delivery(alert({ name: 'a' }));

  it.each(ids)('answers 503 when the pool is exhausted on %s', async id => {
    const knex = await migratedDatabase(databases, id);
    const intake = await TestIntake.start({ knex, process: false });
    const held = await exhaust(knex);
    try {
      const answer = await intake.post('alerts', body);
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('2');
      expect(answer.body.error.name).toBe('ServiceUnavailableError');
    } finally {
      await Promise.all(held.map(trx => trx.rollback()));
    }
    // The one that was given up is kept after all: the next try is a copy.
    expect((await intake.post('alerts', body)).status).toBe(200);
    await intake.stop();
  });

  it.each(ids)('answers 503 when the pool is gone on %s', async id => {
    const knex = await migratedDatabase(databases, id);
    const intake = await TestIntake.start({ knex, process: false });
    await knex.destroy();
    const answer = await intake.post('alerts', body);
    expect(answer.status).toBe(503);
    // What went wrong is for the log, not for strangers.
    expect(answer.body.error.message).toBe(
      'The delivery could not be kept; try again in a moment',
    );
    await intake.stop();
  });

  it.each(ids)('takes only so many at a time on %s', async id => {
    const knex = await migratedDatabase(databases, id);
    const inbox = Inbox.create({
      knex,
      clock: databaseClock,
      logger: mockServices.logger.mock(),
      maxWaiting: 2,
    });
    const keep = (deliveryKey: string) =>
      inbox.keep({ sourceId: 's', deliveryKey, body: '{}', headers: {} });
    const held = await exhaust(knex);
    const waiting = [keep('1'), keep('2')];
    await expect(keep('3')).rejects.toThrow('Too many deliveries');
    await Promise.all(held.map(trx => trx.rollback()));
    expect((await Promise.all(waiting)).length).toBe(2);
    expect(await keep('3')).toMatchObject({ duplicate: false });
  });
});

/** Takes every connection of the pool. */
async function exhaust(knex: Knex): Promise<Knex.Transaction[]> {
  const held: Knex.Transaction[] = [];
  for (let i = 0; i < knex.client.pool.max; i++) {
    held.push(await knex.transaction());
  }
  return held;
}
