import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BackendProcess } from '../src/integration/__testUtils__/BackendProcess';
import {
  condition,
  definition,
  delay,
  webhook,
} from '../src/integration/__testUtils__/definitions';
import { eventually } from '../src/integration/__testUtils__/eventually';
import { freePort } from '../src/integration/__testUtils__/freePort';
import type { ChaosDatabase } from './databases';
import {
  type Arrival,
  type Blow,
  type ChaosReport,
  chaosReport,
} from '../src/integration/__testUtils__/chaosReport';

/** What is run, and what befalls it. */
export interface ChaosPlan {
  name: string;
  start(): Promise<ChaosDatabase>;
  processes: number;
  executions: number;
  kills: number;
  databaseRestarts: number;
}

const PATHS = ['/first', '/slow', '/last'];
const BETWEEN_BLOWS_MS = 3_000;
const PER_SECOND = 10;

/** Runs the plan and counts what came of it. */
export async function runChaos(plan: ChaosPlan): Promise<ChaosReport> {
  const directory = await mkdtemp(join(tmpdir(), 'workflows-chaos-'));
  const logFile = join(directory, 'arrivals.jsonl');
  await writeFile(logFile, '');
  const receiverPort = await freePort();
  const receiver = startReceiver(receiverPort, logFile);
  const database = await plan.start();
  const backends: BackendProcess[] = [];
  try {
    for (let index = 0; index < plan.processes; index += 1) {
      const backend = await BackendProcess.create({
        database: database.place,
        workflows: workflowsConfig(receiverPort),
      });
      backends.push(backend);
      await backend.start();
    }
    await backends[0].run('chaos', chaosDefinition(receiverPort));
    const blows: Blow[] = [];
    const [delivered] = await Promise.all([
      deliver(backends, plan.executions),
      strike(plan, backends, database, blows),
    ]);
    say(`${delivered} deliveries taken; waiting for the runs to end`);
    return await count({ plan, database, logFile, blows });
  } finally {
    for (const backend of backends) {
      await backend.dispose();
    }
    receiver.kill('SIGKILL');
    await database.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

/** Sends each incident until a backend that is alive has taken it. */
async function deliver(
  backends: BackendProcess[],
  executions: number,
): Promise<number> {
  let taken = 0;
  for (let index = 0; index < executions; index += 1) {
    await eventually(
      () =>
        backends[Math.floor(Math.random() * backends.length)]
          .hook('generic', JSON.stringify({ id: `i${index}`, title: 'chaos' }))
          .catch(() => 0),
      status => status === 202 || status === 200,
      120_000,
    );
    taken += 1;
    await sleep(1_000 / PER_SECOND);
  }
  return taken;
}

/** Kills and restarts, one blow every few seconds. */
async function strike(
  plan: ChaosPlan,
  backends: BackendProcess[],
  database: ChaosDatabase,
  blows: Blow[],
): Promise<void> {
  const restartAt = Math.floor(plan.kills / 2);
  for (let kill = 0; kill < plan.kills; kill += 1) {
    await sleep(BETWEEN_BLOWS_MS);
    const victim = backends[kill % backends.length];
    blows.push({ at: Date.now(), kind: 'kill' });
    await victim.kill();
    say(`kill ${kill + 1} of ${plan.kills}`);
    if (kill === restartAt && plan.databaseRestarts > 0 && database.restart) {
      blows.push({ at: Date.now(), kind: 'database restart' });
      await database.restart();
      say('the database was restarted');
    }
    await victim.start();
  }
}

/** Waits for all runs to end, then asks the database and the receiver's log. */
async function count(options: {
  plan: ChaosPlan;
  database: ChaosDatabase;
  logFile: string;
  blows: Blow[];
}): Promise<ChaosReport> {
  const knex = options.database.open();
  try {
    const executions = await eventually(
      () => knex('workflow_executions').select('id', 'status', 'finished_at'),
      rows =>
        rows.length >= options.plan.executions &&
        rows.every(row => row.finished_at !== null),
      300_000,
    );
    const successes = await knex('workflow_step_attempts as a')
      .join('workflow_execution_steps as s', 's.id', 'a.step_id')
      .where('a.outcome', 'succeeded')
      .select('s.effect_key', 'a.finished_at');
    const log = await readFile(options.logFile, 'utf8');
    return chaosReport({
      expected: options.plan.executions,
      paths: PATHS,
      executions,
      successes: successes.map(row => ({
        effectKey: row.effect_key,
        at: Number(row.finished_at),
      })),
      arrivals: log
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line) as Arrival),
      blows: options.blows,
    });
  } finally {
    await knex.destroy();
  }
}

function chaosDefinition(port: number) {
  const url = `http://127.0.0.1:${port}`;
  return definition(
    [
      condition('always', { field: 'title', value: 'chaos' }),
      webhook('first', `${url}/first`),
      delay('pause', '2s'),
      webhook('slow', `${url}/slow`),
      webhook('last', `${url}/last`),
    ],
    [
      'start>always',
      'always:true>first',
      'first>pause',
      'pause>slow',
      'slow>last',
    ],
  );
}

function workflowsConfig(receiverPort: number) {
  return {
    sources: {
      generic: {
        type: 'generic',
        insecure: true,
        fields: { incidentKey: 'id', title: 'title' },
      },
    },
    egress: { allow: [`127.0.0.1:${receiverPort}`] },
  };
}

function startReceiver(port: number, logFile: string): ChildProcess {
  return spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      join(__dirname, 'receiver.ts'),
      String(port),
      logFile,
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
}

function say(text: string) {
  console.error(`[chaos] ${text}`);
}
