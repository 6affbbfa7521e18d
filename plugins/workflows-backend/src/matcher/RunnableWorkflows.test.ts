import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { bumpRevision } from '../database/operations/changes/bumpRevision';
import {
  addWorkflow,
  disableWorkflow,
} from '../intake/__testUtils__/addWorkflow';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { RunnableWorkflows } from './RunnableWorkflows';

describe('RunnableWorkflows', () => {
  const databases = testDatabases();

  async function setUp(id: TestDatabaseId) {
    const knex = await migratedDatabase(databases, id);
    const workflows = RunnableWorkflows.create();
    const names = () =>
      knex.transaction(async trx =>
        (await workflows.index(trx))
          .ofTrigger('incident_created')
          .map(workflow => `${workflow.name} v${workflow.version}`),
      );
    return { knex, workflows, names };
  }

  it.each(databases.eachSupportedId())(
    'knows what is enabled and published, as soon as it is, on %s',
    async id => {
      const { knex, names } = await setUp(id);
      expect(await names()).toEqual([]);
      const first = await addWorkflow({ knex, name: 'first' });
      await addWorkflow({ knex, name: 'second' });
      expect((await names()).sort()).toEqual(['first v1', 'second v1']);
      await disableWorkflow(knex, first);
      expect(await names()).toEqual(['second v1']);
    },
  );

  it.each(databases.eachSupportedId())(
    'follows the published version on %s',
    async id => {
      const { knex, names } = await setUp(id);
      const workflowId = await addWorkflow({ knex, name: 'first' });
      expect(await names()).toEqual(['first v1']);
      await knex.transaction(async trx => {
        const [version] = await trx('workflow_versions').select();
        await trx('workflow_versions').insert({
          ...version,
          id: 'v2',
          version: 2,
          definition: JSON.stringify({
            trigger: { type: 'state_changed', conditions: [] },
          }),
        });
        await trx('workflows')
          .where({ id: workflowId })
          .update({ published_version: 2 });
        await bumpRevision(trx);
      });
      expect(await names()).toEqual([]);
    },
  );

  const withLocks = databases
    .eachSupportedId()
    .filter(([id]) => id.startsWith('POSTGRES'));

  it.each(withLocks)(
    'makes a disable wait for the transaction that uses it on %s',
    async id => {
      const { knex, workflows } = await setUp(id);
      const workflowId = await addWorkflow({ knex, name: 'first' });
      const trx = await knex.transaction();
      await workflows.index(trx);
      let disabled = false;
      const disabling = disableWorkflow(knex, workflowId).then(() => {
        disabled = true;
      });
      await waitsForLock(knex);
      expect(disabled).toBe(false);
      await trx.commit();
      await disabling;
      expect(disabled).toBe(true);
    },
  );
});

/** Until PostgreSQL says that a statement waits for another's lock. */
async function waitsForLock(knex: Knex): Promise<void> {
  for (let look = 0; look < 500; look++) {
    const { rows } = await knex.raw(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    if (rows.length > 0) {
      return;
    }
  }
  throw new Error('Nothing waits for a lock');
}
