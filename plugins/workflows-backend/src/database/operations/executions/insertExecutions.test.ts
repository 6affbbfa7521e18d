import {
  definition,
  incidentContext,
  newExecution,
  startExecution,
} from '../../../engine/testing/fixtures';
import { migratedDatabase, testDatabases } from '../../../testing/databases';
import { ManualClock } from '../../clock';
import { newId } from '../../newId';
import { type NewExecution, insertExecutions } from './insertExecutions';

describe('insertExecutions', () => {
  const databases = testDatabases();

  it.each(databases.eachSupportedId())(
    'makes runs that are due now, each key once, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const clock = new ManualClock();
      const driver = { enqueue: jest.fn() };
      const execution = {
        workflowId: newId(),
        workflowName: 'Tell the team',
        version: 3,
        definition: definition([]),
        ownerRef: '',
        incidentId: newId(),
        eventId: newId(),
        trigger: 'incident_created',
        context: incidentContext({ title: 'a \u0000 "quoted" \ud800 title' }),
      };
      const insert = (
        executions: Array<typeof execution & { onceKey?: string }>,
      ) =>
        knex.transaction(trx =>
          insertExecutions({ trx, clock, driver, executions }),
        );

      expect(await insert([])).toEqual([]);
      const [first, ...rest] = await insert([
        { ...execution, onceKey: 'incident-1/1' },
        { ...execution, onceKey: 'incident-1/1' },
        execution,
        execution,
      ]);
      expect(rest).toHaveLength(2);
      expect(await insert([{ ...execution, onceKey: 'incident-1/1' }])).toEqual(
        [],
      );
      expect(
        await insert([
          { ...execution, workflowId: newId(), onceKey: 'incident-1/1' },
        ]),
      ).toHaveLength(1);

      const row = await knex('workflow_executions')
        .where({ id: first })
        .first();
      expect(row).toMatchObject({
        status: 'PENDING',
        version: 3,
        epoch: 0,
        root_id: first,
        chain: '[]',
        entity_ref: null,
      });
      expect(Number(row.due_at)).toBe(clock.read());
      expect(JSON.parse(row.trigger_context)).toEqual(execution.context);
    },
  );

  it.each(databases.eachSupportedId())(
    'tells the driver of what was made to be run, and of nothing else, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const driver = { enqueue: jest.fn() };
      const run = newExecution(definition([]), { onceKey: 'incident-1/1' });
      const skipped = newExecution(definition([]), {
        skipped: { reasonCode: 'chain_too_deep', reason: 'Too deep' },
      });
      const insert = (executions: NewExecution[]) =>
        knex.transaction(trx =>
          insertExecutions({
            trx,
            clock: new ManualClock(),
            driver,
            executions,
          }),
        );
      const [made] = await insert([run, skipped]);
      expect(driver.enqueue.mock.calls).toEqual([[expect.anything(), [made]]]);
      await insert([run, skipped]);
      expect(driver.enqueue).toHaveBeenCalledTimes(1);
    },
  );

  it.each(databases.eachSupportedId())(
    'makes more runs than fit into one statement on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const clock = new ManualClock();
      const driver = { enqueue: jest.fn() };
      const one = await startExecution({
        knex,
        clock,
        definition: definition([]),
      });
      const execution = {
        workflowId: one,
        workflowName: 'Tell the team',
        version: 1,
        definition: definition([]),
        ownerRef: '',
        incidentId: newId(),
        eventId: newId(),
        trigger: 'incident_created',
        context: incidentContext(),
      };
      const made = await knex.transaction(trx =>
        insertExecutions({
          trx,
          clock,
          driver,
          executions: Array.from({ length: 450 }, () => execution),
        }),
      );
      expect(new Set(made).size).toBe(450);
      expect(driver.enqueue.mock.calls).toEqual([[expect.anything(), made]]);
    },
  );
});
