/*
 * `npm run chaos`: executions of five nodes with a delay and a slow receiver,
 * while backends get kill -9 and the database is restarted. Ends with one line
 * of JSON a database; the exit code says whether anything was lost or doubled,
 * or took too long to go on.
 *
 *   npm run chaos                     both databases, 300 executions each
 *   npm run chaos -- --short          fewer executions and kills, for CI
 *   npm run chaos -- --only sqlite    one database
 */
import { parseArgs } from 'node:util';
import { startPostgres, startSqlite } from './databases';
import { type ChaosPlan, runChaos } from './runChaos';

const RECOVERY_SECONDS = 15;

/**
 * SQLite has one process: a kill ends all work until it is up again. It then
 * lives for longer than a lease, or what one kill cut off would be cut off by
 * the next before it can go on.
 */
function plansOf(short: boolean): ChaosPlan[] {
  return [
    {
      name: 'sqlite',
      start: startSqlite,
      processes: 1,
      executions: short ? 30 : 300,
      deliverEveryMs: 1_000,
      kills: short ? 2 : 20,
      betweenKillsMs: 12_000,
      databaseRestarts: 0,
    },
    {
      name: 'postgres',
      start: startPostgres,
      processes: 3,
      executions: short ? 60 : 300,
      deliverEveryMs: 300,
      kills: short ? 3 : 12,
      betweenKillsMs: 3_000,
      databaseRestarts: 1,
    },
  ];
}

async function main() {
  const { values } = parseArgs({
    options: {
      short: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  });
  const plans = plansOf(values.short).filter(
    ({ name }) => !values.only || name === values.only,
  );
  if (plans.length === 0) {
    throw new Error('--only takes sqlite or postgres');
  }
  let unharmed = true;
  for (const plan of plans) {
    const report = await runChaos(plan);
    unharmed &&=
      report.lost === 0 &&
      report.effectsDoubled === 0 &&
      report.recoveryP95Seconds <= RECOVERY_SECONDS;
    console.log(JSON.stringify({ database: plan.name, ...report }));
  }
  process.exit(unharmed ? 0 : 1);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => process.exit(1));
}
main().catch(error => {
  console.error(error);
  process.exit(1);
});
