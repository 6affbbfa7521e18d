import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { ManualClock } from '../database/clock';
import { earliestId, newId } from '../database/newId';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { insertTestExecution } from '../testing/insertTestExecution';
import { scheduleRetention } from './scheduleRetention';

const DAY = 86_400_000;

describe('retention', () => {
  const databases = testDatabases();
  const clock = new ManualClock();
  const ids = databases.eachSupportedId();

  async function run(
    knex: Knex,
    signal = new AbortController().signal,
    further: { incidentsMs?: number } = {},
  ) {
    const scheduler = mockServices.scheduler.mock();
    await scheduleRetention({
      scheduler,
      knex,
      clock,
      logger: mockServices.logger.mock(),
      retention: {
        executionsMs: 90 * DAY,
        deliveriesMs: 30 * DAY,
        ...further,
      },
      batch: 2,
    });
    const [task] = scheduler.scheduleTask.mock.calls[0];
    expect(task).toMatchObject({ id: 'workflows-retention', scope: 'global' });
    await task.fn(signal);
  }

  const ago = (days: number) => clock.read() - days * DAY;

  it.each(ids)(
    'removes executions that ended long ago with all that is theirs on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const add = async (finished_at: number | null) => {
        const execution = await insertTestExecution(knex, {
          status: finished_at ? 'COMPLETED' : 'WAITING',
          created_at: ago(400),
          finished_at,
        });
        const step = newId();
        await knex('workflow_execution_steps').insert({
          id: step,
          execution_id: execution,
          node_id: 'tell',
          state: 'completed',
        });
        await knex('workflow_step_attempts').insert({
          id: newId(),
          step_id: step,
          attempt: 1,
          started_at: ago(400),
        });
        return execution;
      };
      for (const days of [300, 91, 92, 100, 90.1]) {
        await add(ago(days));
      }
      const kept = [await add(ago(89.9)), await add(null)];
      await run(knex);
      expect(
        await knex('workflow_executions').orderBy('id').pluck('id'),
      ).toEqual(kept);
      expect(
        await knex('workflow_execution_steps')
          .orderBy('id')
          .pluck('execution_id'),
      ).toEqual(kept);
      expect(await knex('workflow_step_attempts').select()).toHaveLength(2);
    },
  );

  it.each(ids)(
    'removes deliveries that nobody needs to look at any more on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const add = (
        delivery_key: string,
        state: string,
        days: number,
        due_at: number | null = null,
      ) =>
        knex('incident_deliveries').insert({
          id: newId(),
          source_id: 'alerts',
          delivery_key,
          body: '{}',
          headers: '{}',
          state,
          due_at,
          received_at: ago(days),
          processed_at: state === 'received' ? null : ago(days),
        });
      await add('processed', 'processed', 31);
      await add('ignored', 'ignored', 40);
      await add('another', 'processed', 50);
      await add('failed', 'failed', 400);
      await add('received', 'received', 400, clock.read());
      await add('replayed', 'processed', 400, clock.read());
      await add('young', 'processed', 29);
      await run(knex);
      expect(
        (await knex('incident_deliveries').pluck('delivery_key')).sort(),
      ).toEqual(['failed', 'received', 'replayed', 'young']);
    },
  );

  it.each(ids)(
    'removes incidents that ended long ago with their events, if told to, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const add = async (
        incident_key: string,
        status: string,
        days: number,
      ) => {
        const incident = {
          id: earliestId(ago(400)).replace(/0{12}$/, newId().slice(-12)),
          source_id: 'alerts',
          incident_key,
          status,
          episode: 1,
          title: incident_key,
          folded: '{}',
          created_at: ago(400),
          updated_at: ago(days),
        };
        await knex('incidents').insert(incident);
        await knex('incident_events').insert({
          id: newId(),
          incident_id: incident.id,
          order_key: 'k',
          occurred_at: ago(days),
          event: '{}',
          context: '{}',
          created_at: ago(days),
        });
        return incident.id;
      };
      await add('over', 'resolved', 366);
      await add('closed', 'closed', 366);
      await add('open', 'triggered', 366);
      await add('young', 'resolved', 364);
      const runs = await add('runs', 'resolved', 366);
      await insertTestExecution(knex, {
        incident_id: runs,
        due_at: clock.read(),
        status: 'WAITING',
      });
      await run(knex);
      expect(await knex('incidents')).toHaveLength(5);
      await run(knex, undefined, { incidentsMs: 365 * DAY });
      expect((await knex('incidents').pluck('incident_key')).sort()).toEqual([
        'open',
        'runs',
        'young',
      ]);
      expect(await knex('incident_events')).toHaveLength(3);
    },
  );

  it.each(ids)('stops with the backend on %s', async id => {
    const knex = await migratedDatabase(databases, id);
    await insertTestExecution(knex, { finished_at: ago(300) });
    await run(knex, AbortSignal.abort());
    expect(await knex('workflow_executions').select()).toHaveLength(1);
  });
});
