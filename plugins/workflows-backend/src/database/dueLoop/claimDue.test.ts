import { definition, startExecution } from '../../engine/testing/fixtures';
import { migratedDatabase, testDatabases } from '../../testing/databases';
import { ManualClock } from '../clock';
import type { WorkflowExecutionRow } from '../rows';
import { claimDue } from './claimDue';

describe('claimDue', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();

  async function set(id: (typeof ids)[number][0]) {
    const knex = await migratedDatabase(databases, id);
    const clock = new ManualClock();
    const add = () =>
      startExecution({ knex, clock, definition: definition([]) });
    const claim = (limit = 10) =>
      claimDue<WorkflowExecutionRow>({
        knex,
        clock,
        table: 'workflow_executions',
        leaseMs: 10_000,
        limit,
        set: { status: 'RUNNING' },
      });
    return { knex, clock, add, claim };
  }

  it.each(ids)(
    'claims the longest due first, up to the limit, on %s',
    async id => {
      const { clock, add, claim } = await set(id);
      const first = await add();
      clock.advance(1);
      const second = await add();
      clock.advance(1);
      const third = await add();
      expect((await claim(2)).map(row => row.id).sort()).toEqual(
        [first, second].sort(),
      );
      expect(await claim()).toEqual([
        expect.objectContaining({ id: third, epoch: 1, status: 'RUNNING' }),
      ]);
      expect(await claim()).toEqual([]);
    },
  );

  it.each(ids)('gives each row to one of many workers on %s', async id => {
    const { add, claim } = await set(id);
    const added = [];
    for (let n = 0; n < 30; n++) {
      added.push(await add());
    }
    const claims = await Promise.all(
      Array.from({ length: 10 }, () => claim(5)),
    );
    const again = await claim(50);
    expect([...claims.flat(), ...again].map(row => row.id).sort()).toEqual(
      added.sort(),
    );
  });

  it.each(ids)(
    'gives a row again when its lease is over, with a new epoch, on %s',
    async id => {
      const { clock, add, claim } = await set(id);
      await add();
      await claim();
      clock.advance(9_999);
      expect(await claim()).toEqual([]);
      clock.advance(1);
      expect(await claim()).toEqual([expect.objectContaining({ epoch: 2 })]);
    },
  );

  it.each(ids)('leaves what waits and what has ended on %s', async id => {
    const { knex, clock, add, claim } = await set(id);
    await knex('workflow_executions')
      .where({ id: await add() })
      .update({ due_at: null });
    await knex('workflow_executions')
      .where({ id: await add() })
      .update({ due_at: clock.read() + 1 });
    expect(await claim()).toEqual([]);
  });
});
