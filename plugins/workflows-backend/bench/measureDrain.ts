import type { Bench } from './Bench';
import { copyExecution } from './copyExecution';

/** How fast a backlog of runs is worked off. */
export interface Drain {
  executionsPerSecond: number;
  /** With the begins and commits. */
  statementsPerExecution: number;
  /** Of the backend's processor; unlike the rest, hardly a matter of what else runs. */
  cpuMsPerExecution: number;
}

/** Makes runs due all at once: trigger, condition, HTTP request each. */
export async function measureDrain(
  bench: Bench,
  executions: number,
): Promise<Drain> {
  const { knex } = bench;
  await bench.takeStatements();
  const cpuBefore = await bench.cpuMs();
  await copyExecution(knex, executions, {
    status: 'PENDING',
    due_at: Date.now(),
  });
  const startedAt = Date.now();
  await bench.idle();
  const [{ at }] = await knex('workflow_executions').max('finished_at as at');
  const cpuMs = (await bench.cpuMs()) - cpuBefore;
  const { ofExecutions } = await bench.takeStatements();
  await bench.receiver.takeArrivals();
  return {
    executionsPerSecond: (executions * 1_000) / (Number(at) - startedAt),
    statementsPerExecution: ofExecutions / executions,
    cpuMsPerExecution: cpuMs / executions,
  };
}

/** Three drains, the slowest first: of one alone nobody knows what else ran on the machine. */
export async function measureDrains(
  bench: Bench,
  executions: number,
): Promise<[slowest: Drain, middle: Drain, fastest: Drain]> {
  const drains: Drain[] = [];
  for (let round = 0; round < 3; round += 1) {
    drains.push(await measureDrain(bench, executions));
  }
  drains.sort((a, b) => a.executionsPerSecond - b.executionsPerSecond);
  return drains as [Drain, Drain, Drain];
}

/** The same from the hook on: incidents that come faster than they are worked off. */
export async function measureStorm(
  bench: Bench,
  executions: number,
): Promise<number> {
  const AT_A_TIME = 20;
  const startedAt = performance.now();
  let left = executions;
  const sender = async () => {
    while (left > 0) {
      left -= 1;
      await bench.send();
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, sender));
  await bench.idle();
  return (executions * 1_000) / (performance.now() - startedAt);
}
