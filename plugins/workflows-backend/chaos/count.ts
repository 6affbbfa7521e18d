import {
  type Blow,
  type ChaosReport,
  chaosReport,
} from '../src/integration/__testUtils__/chaosReport';
import { eventually } from '../src/integration/__testUtils__/eventually';
import type { ReceiverProcess } from './ReceiverProcess';
import type { ChaosDatabase } from './databases';
import { PATHS } from './workload';

const ALL_ENDED_MS = 300_000;

/** Waits for all runs to end, then asks the database and the receiver's log. */
export async function count(options: {
  expected: number;
  database: ChaosDatabase;
  receiver: ReceiverProcess;
  blows: Blow[];
}): Promise<ChaosReport> {
  const { expected, database, receiver, blows } = options;
  const knex = database.open();
  try {
    const executions = await eventually(
      () => knex('workflow_executions').select('id', 'status', 'finished_at'),
      rows =>
        rows.length >= expected && rows.every(row => row.finished_at !== null),
      ALL_ENDED_MS,
    );
    const successes = await knex('workflow_step_attempts as a')
      .join('workflow_execution_steps as s', 's.id', 'a.step_id')
      .where('a.outcome', 'succeeded')
      .select('s.effect_key', 'a.finished_at');
    return chaosReport({
      expected,
      paths: PATHS,
      executions,
      successes: successes.map(row => ({
        effectKey: row.effect_key,
        at: Number(row.finished_at),
      })),
      arrivals: await receiver.arrivals(),
      blows,
    });
  } finally {
    await knex.destroy();
  }
}
