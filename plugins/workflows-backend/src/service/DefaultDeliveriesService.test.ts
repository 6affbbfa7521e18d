import { ManualClock } from '../database/clock';
import { insertDeliveries } from '../database/operations/deliveries/insertDeliveries';
import { requeueFailed } from '../database/operations/deliveries/requeueFailed';
import { requeueDelivery } from '../database/operations/deliveries/requeueDelivery';
import { finishDeliveries } from '../database/operations/deliveries/finishDeliveries';
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
        intake: {
          replay: id => requeueDelivery({ knex, clock, id }),
          replayFailed: sourceId => requeueFailed({ knex, clock, sourceId }),
        },
      });
      const ids: string[] = [];
      for (const [sourceId, deliveryKey] of [
        ['a', '1'],
        ['a', '2'],
        ['b', '1'],
      ]) {
        const delivery = { sourceId, deliveryKey, body: '{}', headers: {} };
        const options = {
          knex,
          clock,
          deliveries: [delivery],
          timeoutMs: 2_000,
        };
        ids.push((await insertDeliveries(options))[0]!);
        expect(await insertDeliveries(options)).toEqual([undefined]);
      }
      await finishDeliveries({
        knex,
        clock,
        claims: [{ id: ids[0], epoch: 0 }],
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

      expect(await service.get(ids[0])).toMatchObject({
        id: ids[0],
        deliveryKey: '1',
        headers: {},
        body: '{}',
      });
      await expect(service.get(newId())).rejects.toThrow('No delivery with id');

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
        finishDeliveries({
          knex,
          clock,
          claims: [{ id: ids[0], epoch: 0 }],
          state: 'processed',
        }),
      ).rejects.toThrow('The claim on delivery');
    },
  );

  it.each(databases.eachSupportedId())(
    'counts what failed, and replays all of it of a source, on %s',
    async database => {
      const knex = await migratedDatabase(databases, database);
      const clock = new ManualClock(Date.UTC(2026, 10, 22));
      const service = DefaultDeliveriesService.create({
        knex,
        intake: {
          replay: id => requeueDelivery({ knex, clock, id }),
          replayFailed: sourceId => requeueFailed({ knex, clock, sourceId }),
        },
      });
      expect(await service.counts()).toEqual({ failed: 0, sources: [] });
      for (const [sourceId, deliveryKey, state] of [
        ['a', '1', 'failed'],
        ['a', '2', 'failed'],
        ['a', '3', 'processed'],
        ['b', '1', 'failed'],
        ['c', '1', 'ignored'],
      ] as const) {
        const delivery = { sourceId, deliveryKey, body: '{}', headers: {} };
        const options = {
          knex,
          clock,
          deliveries: [delivery],
          timeoutMs: 2_000,
        };
        const [inserted] = await insertDeliveries(options);
        const claim = { id: inserted!, epoch: 0 };
        await finishDeliveries({ knex, clock, claims: [claim], state });
      }
      expect(await service.counts()).toEqual({
        failed: 3,
        sources: [
          { sourceId: 'a', failed: 2 },
          { sourceId: 'b', failed: 1 },
        ],
      });
      expect(await service.replayFailed({ sourceId: 'a' })).toEqual({
        replayed: 2,
      });
      const due = await knex('incident_deliveries')
        .where({ due_at: clock.read() })
        .orderBy('id');
      expect(due.map(row => [row.source_id, row.delivery_key])).toEqual([
        ['a', '1'],
        ['a', '2'],
      ]);
      expect(await service.counts()).toEqual({
        failed: 1,
        sources: [{ sourceId: 'b', failed: 1 }],
      });
    },
  );
});
