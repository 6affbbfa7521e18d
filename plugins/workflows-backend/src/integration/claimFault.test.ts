import { mockServices } from '@backstage/backend-test-utils';
import { databaseClock } from '../database/clock';
import { Engine } from '../engine/Engine';
import { TableExecutionDriver } from '../engine/TableExecutionDriver';
import { engineUnderTest } from '../engine/testing/engineUnderTest';
import { definition, startExecution } from '../engine/testing/fixtures';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { eventually } from './__testUtils__/eventually';
import { type Fault, StatementFaults } from './__testUtils__/StatementFaults';

describe('a database error in the middle of a claim', () => {
  const databases = testDatabases();

  it.each(
    databases
      .eachSupportedId()
      .flatMap(([id]) =>
        (['before', 'after'] as const).map(fault => [fault, id] as const),
      ),
  )(
    'that comes %s the claim took effect stops neither the loop nor the run on %s',
    async (fault, id) => {
      const knex = await migratedDatabase(databases, id);
      const clock = databaseClock;
      const driver = TableExecutionDriver.create({
        knex,
        clock,
        logger: mockServices.logger.mock(),
        pollMs: 10,
        leaseMs: 500,
        renewMs: 100,
        graceMs: 0,
      });
      const test = engineUnderTest(knex, { clock, driver });
      const execution = await startExecution({
        knex,
        clock,
        definition: definition([]),
      });
      const failed: string[] = [];
      const faults = StatementFaults.inject(knex, (sql): Fault => {
        if (
          !/^with .due. as .*workflow_executions/.test(sql) ||
          failed.length
        ) {
          return undefined;
        }
        failed.push(sql);
        return fault;
      });
      const engine = Engine.create(test.engine);
      await engine.start();
      try {
        const row = await eventually(
          () => test.execution(execution),
          found => found?.status === 'COMPLETED',
          10_000,
        );
        expect(failed).toHaveLength(1);
        // A claim whose answer was lost is found again when its lease is over.
        expect(row?.epoch).toBe(fault === 'after' ? 2 : 1);
      } finally {
        await engine.stop();
        faults.remove();
      }
    },
  );
});
