import type { DrivenExecutions } from 'backstage-plugin-workflows-node/testUtils';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../database/clock';
import { cancelExecution } from '../../database/operations/executions/cancelExecution';
import { claimExecution } from '../../database/operations/executions/claimExecution';
import { fenceExecution } from '../../database/operations/executions/fenceExecution';
import { insertExecutions } from '../../database/operations/executions/insertExecutions';
import { silentDriver } from '../../testing/silentDriver';
import { definition, newExecution } from './fixtures';

/** Executions as they are stored; the driver is told by the test. */
export function executionRows(options: {
  knex: Knex;
  clock: DatabaseClock;
}): DrivenExecutions {
  const { knex, clock } = options;
  const driver = silentDriver;
  return {
    async create(trx) {
      const executions = [newExecution(definition([]))];
      const [id] = await insertExecutions({ trx, clock, driver, executions });
      return id;
    },
    async claim(executionId) {
      const epoch = await claimExecution({ knex, executionId });
      return epoch === undefined ? undefined : { executionId, epoch };
    },
    async wait(trx, claim) {
      await fenceExecution({
        trx,
        clock,
        claim,
        change: { status: 'WAITING' },
      });
    },
    async cutWait(trx, id) {
      await trx('workflow_executions')
        .where({ id })
        .update({ due_at: clock.now(trx) });
    },
    async end(trx, claim) {
      const change = { status: 'COMPLETED' as const };
      await fenceExecution({ trx, clock, claim, change });
    },
    async cancel(trx, executionId) {
      const reason = 'Cancelled';
      await cancelExecution({ trx, clock, driver, executionId, reason });
    },
  };
}
