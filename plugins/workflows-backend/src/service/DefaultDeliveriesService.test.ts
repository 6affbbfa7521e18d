import { ManualClock } from '../database/clock';
import { insertDelivery } from '../database/operations/deliveries/insertDelivery';
import { requeueDelivery } from '../database/operations/deliveries/requeueDelivery';
import { finishDelivery } from '../database/operations/deliveries/finishDelivery';
import { newId } from '../database/newId';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { DefaultDeliveriesService } from './DefaultDeliveriesService';

describe('DefaultDeliveriesService', () => {
  const databases = testDatabases();

  it.each(databases.eachSupportedId())(
    'lists deliveries by state and source, and replays one, on %s',
    async database => {
      const knex = await migratedDatabase(databases, database);
      const clock = new ManualClock(Date.UTC(2026, 10, 22));
      const service = DefaultDeliveriesService.create({
        knex,
        intake: { replay: id => requeueDelivery({ knex, clock, id }) },
      });
      const ids: string[] = [];
      for (const [sourceId, deliveryKey] of [
        ['a', '1'],
        ['a', '2'],
        ['b', '1'],
      ]) {
        const delivery = { sourceId, deliveryKey, body: '{}', headers: {} };
        const options = { knex, clock, delivery, timeoutMs: 2_000 };
        ids.push((await insertDelivery(options))!);
        expect(await insertDelivery(options)).toBeUndefined();
      }
      await finishDelivery({
        knex,
        clock,
        claim: { id: ids[0], epoch: 0 },
        state: 'failed',
        error: 'alerts: is missing\u0000',
      });

      const listed = async (query: Parameters<typeof service.list>[0]) =>
        (await service.list(query)).items.map(({ id }) => id);
      expect(await listed({})).toEqual([...ids].reverse());
      expect(await listed({ sourceId: 'a', limit: 1 })).toEqual([ids[1]]);
      expect((await service.list({ state: 'failed' })).items).toEqual([
        {
          id: ids[0],
          sourceId: 'a',
          state: 'failed',
          error: 'alerts: is missing\ufffd',
          attempts: 0,
          receivedAt: '2026-11-22T00:00:00.000Z',
          processedAt: '2026-11-22T00:00:00.000Z',
        },
      ]);

      expect(await service.replay(ids[0])).toEqual({
        id: ids[0],
        sourceId: 'a',
        state: 'received',
        attempts: 0,
        receivedAt: '2026-11-22T00:00:00.000Z',
      });
      await expect(service.replay(newId())).rejects.toThrow(
        'No delivery with id',
      );
      // Whoever was at it before the replay writes nothing more.
      await expect(
        finishDelivery({
          knex,
          clock,
          claim: { id: ids[0], epoch: 0 },
          state: 'processed',
        }),
      ).rejects.toThrow('The claim on delivery');
    },
  );
});
