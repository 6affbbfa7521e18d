import type { Knex } from 'knex';
import { definition, startExecution } from '../../../engine/testing/fixtures';
import { migratedDatabase, testDatabases } from '../../../testing/databases';
import { ManualClock } from '../../clock';
import { newId } from '../../newId';
import { claimExecutions } from './claimExecutions';

describe('a limit of runs at a time', () => {
  const databases = testDatabases();
  const clock = new ManualClock();
  const ids = databases.eachSupportedId();

  const make = async (
    knex: Knex,
    options: { workflowId: string; concurrency?: number; count: number },
  ) => {
    const { workflowId, concurrency, count } = options;
    const made: string[] = [];
    for (let n = 0; n < count; n++) {
      const drawn = definition([], { settings: { concurrency } });
      const overrides = { workflowId };
      made.push(
        await startExecution({ knex, clock, definition: drawn, overrides }),
      );
    }
    return made;
  };
  const claim = async (knex: Knex, limit: number) =>
    (await claimExecutions({ knex, clock, leaseMs: 10_000, limit }))
      .map(({ id }) => id)
      .sort();
  const end = (knex: Knex, id: string) =>
    knex('workflow_executions')
      .where({ id })
      .update({ status: 'COMPLETED', due_at: null });

  it.each(ids)(
    'holds the youngest back until an older one has ended on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const runs = await make(knex, {
        workflowId: newId(),
        concurrency: 2,
        count: 4,
      });
      expect(await claim(knex, 1)).toEqual([runs[0]]);
      expect(await claim(knex, 10)).toEqual([runs[1]]);
      expect(await claim(knex, 10)).toEqual([]);
      // A run that waits keeps its place, and goes on when it is due.
      await knex('workflow_executions')
        .where({ id: runs[0] })
        .update({ status: 'WAITING', due_at: clock.read() });
      expect(await claim(knex, 10)).toEqual([runs[0]]);
      await end(knex, runs[1]);
      expect(await claim(knex, 10)).toEqual([runs[2]]);
      expect(
        await knex('workflow_executions').where({ id: runs[3] }).first(),
      ).toMatchObject({ status: 'PENDING', epoch: 0 });
    },
  );

  it.each(ids)('keeps no other workflow waiting on %s', async id => {
    const knex = await migratedDatabase(databases, id);
    const [first] = await make(knex, {
      workflowId: newId(),
      concurrency: 1,
      count: 30,
    });
    const others = await make(knex, { workflowId: newId(), count: 3 });
    expect(await claim(knex, 10)).toEqual([first, ...others].sort());
  });

  it.each(ids)('holds for workers that claim at once on %s', async id => {
    const knex = await migratedDatabase(databases, id);
    const runs = await make(knex, {
      workflowId: newId(),
      concurrency: 3,
      count: 20,
    });
    const claimed = await Promise.all(
      Array.from({ length: 8 }, () => claim(knex, 5)),
    );
    expect(claimed.flat().sort()).toEqual(runs.slice(0, 3));
  });
});
