import { setTimeout as sleep } from 'node:timers/promises';
import { BackendProcess } from '../src/integration/__testUtils__/BackendProcess';
import type {
  Blow,
  ChaosReport,
} from '../src/integration/__testUtils__/chaosReport';
import { eventually } from '../src/integration/__testUtils__/eventually';
import { ReceiverProcess } from './ReceiverProcess';
import { count } from './count';
import type { ChaosDatabase } from './databases';
import { chaosConfig, chaosDefinition, chaosDelivery } from './workload';

/** What is run, and what befalls it. */
export interface ChaosPlan {
  name: string;
  start(): Promise<ChaosDatabase>;
  processes: number;
  executions: number;
  /** Between two deliveries; all of them together last as long as the blows. */
  deliverEveryMs: number;
  kills: number;
  /** How long all processes live between two kills. */
  betweenKillsMs: number;
  databaseRestarts: number;
}

const DELIVERY_MS = 120_000;

/** Runs the plan and counts what came of it. */
export async function runChaos(plan: ChaosPlan): Promise<ChaosReport> {
  const receiver = await ReceiverProcess.start();
  const database = await plan.start();
  const backends: BackendProcess[] = [];
  try {
    for (let index = 0; index < plan.processes; index += 1) {
      backends.push(
        await BackendProcess.create({
          database: database.place,
          workflows: chaosConfig(receiver.host),
        }),
      );
    }
    const [first, ...others] = backends;
    await first.start(); // It makes the tables.
    await Promise.all(others.map(backend => backend.start()));
    await first.run('chaos', chaosDefinition(receiver.host));
    say(plan, `${plan.processes} processes run`);
    const blows: Blow[] = [];
    await Promise.all([
      deliver(plan, backends),
      strike(plan, backends, database, blows),
    ]);
    say(plan, 'waiting for the runs to end');
    const expected = plan.executions;
    return await count({ expected, database, receiver, blows });
  } finally {
    await Promise.all(backends.map(backend => backend.dispose()));
    await receiver.stop();
    await database.stop();
  }
}

/** Sends each incident until a backend that is alive has taken it. */
async function deliver(
  plan: ChaosPlan,
  backends: BackendProcess[],
): Promise<void> {
  for (let index = 0; index < plan.executions; index += 1) {
    await eventually(
      () =>
        backends[Math.floor(Math.random() * backends.length)]
          .hook('generic', chaosDelivery(index))
          .catch(() => 0),
      status => status === 202 || status === 200,
      DELIVERY_MS,
    );
    await sleep(plan.deliverEveryMs);
  }
  say(plan, `${plan.executions} deliveries were taken`);
}

/** Kills one process after the other and starts it again. */
async function strike(
  plan: ChaosPlan,
  backends: BackendProcess[],
  database: ChaosDatabase,
  blows: Blow[],
): Promise<void> {
  let restarts = plan.databaseRestarts;
  for (let kill = 1; kill <= plan.kills; kill += 1) {
    await sleep(plan.betweenKillsMs);
    const victim = backends[kill % backends.length];
    blows.push({ at: Date.now(), kind: 'kill' });
    await victim.kill();
    say(plan, `kill ${kill} of ${plan.kills}`);
    if (restarts > 0 && kill * 2 >= plan.kills && database.restart) {
      restarts -= 1;
      await sleep(plan.betweenKillsMs);
      blows.push({ at: Date.now(), kind: 'database restart' });
      await database.restart();
      say(plan, 'the database was restarted');
    }
    await victim.start();
  }
}

function say(plan: ChaosPlan, text: string) {
  console.error(`[chaos on ${plan.name}] ${text}`);
}
