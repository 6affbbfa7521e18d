import { loadavg } from 'node:os';
import { percentile } from '../bench/percentile';
import { rounded } from '../bench/rounded';
import type { ChaosDatabase } from '../chaos/databases';
import { IntakeBench } from './IntakeBench';
import { expectedRuns } from './workload';

/** What `npm run bench:intake` ends with for a database. */
export interface IntakeReport {
  deliveriesPerSecond: number;
  matchP99Ms: number;
}

/** More than it takes until the code is compiled and the index is built. */
const WARM_UP = 500;

/** Measures on one database; what is no part of the report is printed. */
export async function measureIntake(
  name: string,
  database: ChaosDatabase,
  deliveries: number,
): Promise<IntakeReport> {
  const bench = await IntakeBench.start(database);
  try {
    await bench.send(WARM_UP);
    await bench.takeMatches();
    const cpuBefore = await bench.cpuMs();
    const startedAt = performance.now();
    await bench.send(deliveries);
    const seconds = (performance.now() - startedAt) / 1_000;
    const cpuMs = (await bench.cpuMs()) - cpuBefore;
    const matchMs = await bench.takeMatches();
    await assertComplete(bench, WARM_UP + deliveries);
    const report = {
      deliveriesPerSecond: Math.round(deliveries / seconds),
      matchP99Ms: Math.round(percentile(matchMs, 0.99) * 100) / 100,
    };
    console.log(
      `${name}: ${
        report.deliveriesPerSecond
      } deliveries/s kept and matched, ${rounded(
        cpuMs / deliveries,
      )} ms of processor each; matching p50 ${percentile(matchMs, 0.5).toFixed(
        2,
      )} ms, p99 ${report.matchP99Ms} ms (load average ${loadavg()[0].toFixed(
        1,
      )})`,
    );
    return report;
  } finally {
    await bench.stop();
  }
}

/** Counted in the database, not believed. */
async function assertComplete({ knex }: IntakeBench, deliveries: number) {
  const count = async (table: string) =>
    Number((await knex(table).count({ rows: '*' }).first())!.rows);
  const found = {
    incidents: await count('incidents'),
    runs: await count('workflow_executions'),
  };
  const expected = { incidents: deliveries, runs: expectedRuns(deliveries) };
  if (JSON.stringify(found) !== JSON.stringify(expected)) {
    throw new Error(
      `Expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`,
    );
  }
}
