import { mockServices } from '@backstage/backend-test-utils';
import { databaseClock } from '../database/clock';
import { fenceExecution } from '../database/operations/executions/fenceExecution';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { TableExecutionDriver } from './TableExecutionDriver';
import { driverContract } from './testing/driverContract';
import { definition, startExecution } from './testing/fixtures';

describe('TableExecutionDriver', () => {
  const databases = testDatabases();
  const clock = databaseClock;

  describe.each(databases.eachSupportedId())('on %s', id => {
    driverContract(async () => {
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
        startExecution: () =>
          startExecution({ knex, clock, definition: definition([]) }),
        endExecution: claim =>
          knex.transaction(trx =>
            fenceExecution({
              trx,
              clock,
              claim,
              change: { status: 'COMPLETED' },
            }),
          ),
      };
    });
  });
});
