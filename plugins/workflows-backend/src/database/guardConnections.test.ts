import { TestDatabases } from '@backstage/backend-test-utils';
import createKnex, { type Knex } from 'knex';
import { guardConnections } from './guardConnections';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

(databases.supports('POSTGRES_18') ? describe : describe.skip)(
  'connections to PostgreSQL',
  () => {
    let knex: Knex;

    beforeEach(async () => {
      // The one that is given has open connections already.
      const { client } = await databases.init('POSTGRES_18');
      knex = createKnex({ ...client.config, pool: { min: 0, max: 2 } });
    });

    afterEach(() => knex.destroy());

    it('are closed when a statement hears nothing, and replaced', async () => {
      const closeSilent = await guardConnections(knex, { silenceMs: 200 });
      await expect(knex.raw('select pg_sleep(0.5)')).resolves.toBeDefined();
      closeSilent();
      await expect(knex.raw('select pg_sleep(5)')).rejects.toThrow(
        'said nothing for 200 ms',
      );
      await expect(knex.raw('select 1')).resolves.toBeDefined();
    });

    it('are guarded that others opened before, free or in use', async () => {
      const used = await knex.transaction();
      await knex.raw('select 1');
      const closeSilent = await guardConnections(knex, {
        silenceMs: 200,
        idleInTransactionMs: 300,
      });
      closeSilent();
      await used.rollback();
      expect(knex.client.pool.numFree()).toBe(2);
      const both = await Promise.allSettled([
        knex.raw('select pg_sleep(5)'),
        knex.raw('select pg_sleep(5)'),
      ]);
      expect(both).toEqual(
        Array(2).fill({
          status: 'rejected',
          reason: expect.objectContaining({
            message: expect.stringContaining('said nothing for 200 ms'),
          }),
        }),
      );
    });

    it('lose a transaction that its owner has left idle', async () => {
      await guardConnections(knex, { idleInTransactionMs: 200 });
      await knex.schema.createTable('things', table => table.integer('id'));
      await knex('things').insert({ id: 1 });
      const left = await knex.transaction();
      await left('things').update({ id: 2 });
      // Waits for the lock until the server takes it from the other.
      await expect(knex('things').update({ id: 3 })).resolves.toBe(1);
      await expect(left('things').update({ id: 4 })).rejects.toThrow();
      await left.rollback().catch(() => {});
      await expect(knex('things').select()).resolves.toEqual([{ id: 3 }]);
    });
  },
);
