import { migratedDatabase, testDatabases } from '../testing/databases';
import { ManualClock, databaseClock } from './clock';
import { migrate } from './openDatabase';

describe('the database', () => {
  const databases = testDatabases();

  it.each(databases.eachSupportedId())('has the tables on %s', async id => {
    const knex = await migratedDatabase(databases, id);
    expect(await knex('workflow_state').select()).toEqual([
      { name: 'revision', value: '0' },
    ]);
  });

  it.each(databases.eachSupportedId())(
    'may have been migrated further by a newer build on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      await knex('knex_migrations').insert({
        name: '29991231235900_newer.js',
        batch: 1_000,
        migration_time: new Date(0).toISOString(),
      });
      await expect(migrate(knex)).resolves.toBeUndefined();
    },
  );

  it.each(databases.eachSupportedId())('tells the time on %s', async id => {
    const knex = await migratedDatabase(databases, id);
    const [{ soon }] = await knex.select(
      knex.raw('? as soon', [databaseClock.now(knex, 60_000)]),
    );
    expect(Number(soon)).toBeGreaterThan(Date.parse('2026-01-01'));

    const clock = new ManualClock(1_000);
    clock.advance(500);
    const [{ later }] = await knex.select(
      knex.raw('? as later', [clock.now(knex, 5)]),
    );
    expect(Number(later)).toBe(1_505);
  });
});
