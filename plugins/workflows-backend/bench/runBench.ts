import type { ChaosDatabase } from '../chaos/databases';
import { Bench } from './Bench';
import { copyExecution } from './copyExecution';
import { measureDrain, measureStorm } from './measureDrain';
import { measureFloor } from './measureFloor';
import { type Latency, measureLatency } from './measureLatency';
import { measureMemory } from './measureMemory';
import { percentile } from './percentile';

/** How much is measured. */
export interface BenchSize {
  latencySeconds: number;
  executions: number;
  waiting: number;
  memory: boolean;
}

/** What `npm run bench:engine` ends with for a database. */
export interface BenchReport {
  executionsPerSecond: number;
  latencyP50Ms: number;
  latencyP99Ms: number;
  floorPerSecond: number;
  statementsPerExecution: number;
}

const WARM_UP_SECONDS = 3;
const DAY_MS = 24 * 3_600_000;

/** Measures on one database; the figures that are no part of the report are printed. */
export async function runBench(
  name: string,
  database: ChaosDatabase,
  size: BenchSize,
): Promise<BenchReport> {
  const bench = await Bench.start(name, database);
  try {
    await measureLatency(bench, WARM_UP_SECONDS);
    await measureDrain(bench, 200);

    const floor = await measureFloor(bench, size.executions);
    bench.say(`floor ${floor.toFixed(0)} bare inserts/s`);
    const alone = await latencyAndClaims(bench, size, 'nothing else waiting');
    const drain = await measureDrain(bench, size.executions);
    bench.say(
      `${drain.executionsPerSecond.toFixed(0)} executions/s of a backlog of ${
        size.executions
      }, ${drain.statementsPerExecution.toFixed(1)} statements and ${rounded(
        drain.cpuMsPerExecution,
      )} ms of processor each, ${(drain.executionsPerSecond / floor).toFixed(
        2,
      )} of the floor`,
    );
    const storm = await measureStorm(bench, size.executions);
    bench.say(`${storm.toFixed(0)} executions/s from the hook on`);
    await copyExecution(bench.knex, size.waiting, {
      status: 'WAITING',
      due_at: Date.now() + DAY_MS,
    });
    await latencyAndClaims(bench, size, `${size.waiting} runs waiting`);
    if (size.memory) {
      await measureMemory(bench);
    }
    return {
      executionsPerSecond: Math.round(drain.executionsPerSecond),
      latencyP50Ms: rounded(alone.p50),
      latencyP99Ms: rounded(alone.p99),
      floorPerSecond: Math.round(floor),
      statementsPerExecution: rounded(drain.statementsPerExecution),
    };
  } finally {
    await bench.stop();
  }
}

async function latencyAndClaims(
  bench: Bench,
  size: BenchSize,
  conditions: string,
): Promise<Latency> {
  await bench.takeStatements();
  const latency = await measureLatency(bench, size.latencySeconds);
  const { claimMs, ofExecutions, others } = await bench.takeStatements();
  const runs = size.latencySeconds * 10;
  bench.say(
    `hook to first request at 10/s with ${conditions}: p50 ${rounded(
      latency.p50,
    )} ms, p99 ${rounded(latency.p99)} ms; a claim p50 ${rounded(
      percentile(claimMs, 0.5),
    )} ms, p99 ${rounded(percentile(claimMs, 0.99))} ms; statements a run: ${(
      ofExecutions / runs
    ).toFixed(1)} of the run, ${(others / runs).toFixed(
      1,
    )} of its intake, looks that found nothing included`,
  );
  return latency;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
