import type { ChaosDatabase } from '../chaos/databases';
import { Bench } from './Bench';
import { copyExecution } from './copyExecution';
import { measureDrain, measureDrains, measureStorm } from './measureDrain';
import { measureFloor } from './measureFloor';
import { type Latency, measureLatency } from './measureLatency';
import { measureMemory } from './measureMemory';
import { percentile } from './percentile';
import { rounded } from './rounded';

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

/** What does not depend on how fast the machine is. */
export interface BenchRatios {
  /** Executions a second to bare inserts a second. */
  toFloor: number;
  /** Of one run on its own. */
  statements: number;
  /**
   * Processor time of an execution while many runs wait to that without them.
   * Not executions a second: those follow what else the machine does.
   */
  withWaiting: number;
  /** The heap late to early; absent when it was not measured. */
  memory?: number;
}

const WARM_UP_SECONDS = 3;
const DAY_MS = 24 * 3_600_000;

/** Measures on one database; the figures that are no part of the report are printed. */
export async function runBench(
  name: string,
  database: ChaosDatabase,
  size: BenchSize,
): Promise<{ report: BenchReport; ratios: BenchRatios }> {
  const bench = await Bench.start(name, database);
  try {
    await measureLatency(bench, WARM_UP_SECONDS);
    await measureDrain(bench, 200);

    const floor = await measureFloor(bench, size.executions);
    bench.say(`floor ${floor.toFixed(0)} bare inserts/s`);
    const alone = await latencyAndClaims(bench, size, 'nothing else waiting');
    const [, middle, fastest] = await measureDrains(bench, size.executions);
    const toFloor = middle.executionsPerSecond / floor;
    bench.say(
      `${middle.executionsPerSecond.toFixed(0)} executions/s of a backlog of ${
        size.executions
      }, ${middle.statementsPerExecution.toFixed(1)} statements and ${rounded(
        middle.cpuMsPerExecution,
      )} ms of processor each, ${toFloor.toFixed(2)} of the floor`,
    );
    const storm = await measureStorm(bench, size.executions);
    bench.say(`${storm.toFixed(0)} executions/s from the hook on`);

    await copyExecution(bench.knex, size.waiting, {
      status: 'WAITING',
      due_at: Date.now() + DAY_MS,
    });
    await latencyAndClaims(bench, size, `${size.waiting} runs waiting`);
    const [, , waiting] = await measureDrains(bench, size.executions);
    const withWaiting = waiting.cpuMsPerExecution / fastest.cpuMsPerExecution;
    bench.say(
      `${waiting.executionsPerSecond.toFixed(0)} executions/s with ${
        size.waiting
      } runs waiting, ${fastest.executionsPerSecond.toFixed(
        0,
      )} without, at best; ${rounded(waiting.cpuMsPerExecution)} and ${rounded(
        fastest.cpuMsPerExecution,
      )} ms of processor each, ${withWaiting.toFixed(2)} times`,
    );
    const memory = size.memory ? await measureMemory(bench) : undefined;
    const { statements } = alone;
    return {
      report: {
        executionsPerSecond: Math.round(middle.executionsPerSecond),
        latencyP50Ms: rounded(alone.p50),
        latencyP99Ms: rounded(alone.p99),
        floorPerSecond: Math.round(floor),
        statementsPerExecution: statements,
      },
      ratios: { toFloor, statements, withWaiting, memory },
    };
  } finally {
    await bench.stop();
  }
}

async function latencyAndClaims(
  bench: Bench,
  size: BenchSize,
  conditions: string,
): Promise<Latency & { statements: number }> {
  await bench.takeStatements();
  const latency = await measureLatency(bench, size.latencySeconds);
  const { claimMs, ofExecutions, others } = await bench.takeStatements();
  const runs = size.latencySeconds * 10;
  const statements = rounded(ofExecutions / runs);
  bench.say(
    `hook to first request at 10/s with ${conditions}: p50 ${rounded(
      latency.p50,
    )} ms, p99 ${rounded(latency.p99)} ms; a claim p50 ${rounded(
      percentile(claimMs, 0.5),
    )} ms, p99 ${rounded(
      percentile(claimMs, 0.99),
    )} ms; statements a run: ${statements} of the run, ${rounded(
      others / runs,
    )} of its intake`,
  );
  return { ...latency, statements };
}
