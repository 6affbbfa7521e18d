import {
  definition,
  incidentContext,
  startExecution,
} from '../../../engine/testing/fixtures';
import { migratedDatabase, testDatabases } from '../../../testing/databases';
import { ManualClock } from '../../clock';
import { newId } from '../../newId';
import { insertExecutions } from './insertExecutions';

describe('insertExecutions', () => {
  const databases = testDatabases();

  it.each(databases.eachSupportedId())(
    'makes runs that are due now, each key once, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const clock = new ManualClock();
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
        knex.transaction(trx => insertExecutions({ trx, clock, executions }));

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
    'makes more runs than fit into one statement on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const clock = new ManualClock();
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
          executions: Array.from({ length: 450 }, () => execution),
        }),
      );
      expect(new Set(made).size).toBe(450);
    },
  );
});
