import { insertDeliveries } from '../database/operations/deliveries/insertDeliveries';
import { engineUnderTest } from '../engine/testing/engineUnderTest';
import { definition, node } from '../engine/testing/fixtures';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { observeOldestDue } from './observeOldestDue';
import { testMetrics } from './testing/testMetrics';

describe('the age of what is due', () => {
  const databases = testDatabases();

  async function set(id: Parameters<typeof databases.init>[0]) {
    const knex = await migratedDatabase(databases, id);
    const test = engineUnderTest(knex);
    const { clock } = test;
    const { metrics, units, collect } = testMetrics();
    const stop = observeOldestDue({ metrics, knex, clock });
    const ages = async () =>
      (await collect()).map(({ value, attributes }) => [
        (attributes as any)['workflows.queue'],
        value,
      ]);
    return { ...test, knex, units, ages, stop };
  }

  it.each(databases.eachSupportedId())(
    'is that of the oldest execution and delivery, in seconds, on %s',
    async id => {
      const { knex, clock, units, ages, stop, ...test } = await set(id);
      expect(units).toEqual({ 'workflows.due.oldest_age': 's' });
      expect(await ages()).toEqual([
        ['executions', 0],
        ['deliveries', 0],
      ]);
      const drawn = definition([node('wait', 'delay', { duration: '1h' })]);
      await test.start(drawn);
      clock.advance(2_000);
      await test.start(drawn);
      await insertDeliveries({
        knex,
        clock,
        deliveries: [
          { sourceId: 's', deliveryKey: 'k', body: '{}', headers: {} },
        ],
        timeoutMs: 1_000,
      });
      clock.advance(1_500);
      expect(await ages()).toEqual([
        ['executions', 3.5],
        ['deliveries', 1.5],
      ]);

      // A claimed run is due again when its lease is over, a waiting one in an hour.
      await test.claim();
      const second = await test.claim();
      await test.run(second!);
      expect(await ages()).toContainEqual(['executions', 0]);
      clock.advance(14_000);
      expect(await ages()).toContainEqual(['executions', 4]);
      stop();
      expect(await ages()).toEqual([]);
    },
  );

  it.each(databases.eachSupportedId())(
    'leaves out what waits for a place among the runs of its workflow on %s',
    async id => {
      const { clock, ages, ...test } = await set(id);
      const drawn = definition([node('wait', 'delay', { duration: '1h' })], {
        settings: { concurrency: 1 },
      });
      const workflowId = '0190a000-0000-7000-8000-000000000000';
      await test.start(drawn, { workflowId });
      await test.start(drawn, { workflowId });
      await test.drain();
      clock.advance(60_000);
      expect(await ages()).toContainEqual(['executions', 0]);
    },
  );
});
