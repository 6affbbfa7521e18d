import { mockServices } from '@backstage/backend-test-utils';
import { testExecutionDriver } from 'backstage-plugin-workflows-node/testUtils';
import { databaseClock } from '../database/clock';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { TableExecutionDriver } from './TableExecutionDriver';
import { executionRows } from './testing/executionRows';

describe('TableExecutionDriver', () => {
  const databases = testDatabases();
  const clock = databaseClock;

  describe.each(databases.eachSupportedId())('on %s', id => {
    testExecutionDriver(async () => {
      const knex = await migratedDatabase(databases, id);
      return {
        knex,
        createDriver: () =>
          TableExecutionDriver.create({
            knex,
            clock,
            logger: mockServices.logger.mock(),
            concurrency: 5,
            pollMs: 20,
            leaseMs: 1_000,
            renewMs: 100,
            graceMs: 0,
          }),
        executions: executionRows({ knex, clock }),
      };
    });
  });
});
