import fc from 'fast-check';
import type { Knex } from 'knex';
import { migratedDatabase, testDatabases } from '../../testing/databases';
import { Pair } from './__testUtils__/Pair';
import { RealSystem } from './__testUtils__/RealSystem';
import { ReferenceModel } from './__testUtils__/ReferenceModel';
import { COMMANDS, finish } from './__testUtils__/commands';

jest.setTimeout(240_000);

/*
 * The same in every run of the tests. A failure prints it with the path to the
 * shortest sequence that fails; WORKFLOWS_MODEL_SEED and WORKFLOWS_MODEL_RUNS
 * look for others.
 */
const SEED = Number(process.env.WORKFLOWS_MODEL_SEED ?? 20_261_122);
const RUNS = Number(process.env.WORKFLOWS_MODEL_RUNS ?? 40);

const TABLES = [
  'workflow_step_attempts',
  'workflow_execution_steps',
  'workflow_executions',
  'workflow_versions',
  'workflow_changes',
  'workflows',
];

async function empty(knex: Knex) {
  for (const table of TABLES) {
    await knex(table).delete();
  }
  await knex('workflow_state').where({ name: 'kill_switch' }).delete();
}

describe('store and engine beside a small model of them', () => {
  const databases = testDatabases();

  it.each(databases.eachSupportedId())(
    'do the same whatever happens in whatever order on %s',
    async id => {
      expect.hasAssertions();
      const knex = await migratedDatabase(databases, id);
      await fc.assert(
        fc.asyncProperty(
          fc.commands(COMMANDS, { maxCommands: 60, size: 'max' }),
          async commands => {
            await empty(knex);
            const model = new ReferenceModel();
            const real = await RealSystem.create(knex, model.workflows);
            const pair = new Pair(model, real);
            await fc.asyncModelRun(
              () => ({ model: { pair }, real: {} }),
              commands,
            );
            await finish(pair);
          },
        ),
        { seed: SEED, numRuns: RUNS, endOnFailure: false },
      );
    },
  );
});
