/*
 * `npm run chaos`: executions of five nodes with a delay and a slow receiver,
 * while backends get kill -9 and the database is restarted. Ends with one line
 * of JSON a database; the exit code says whether anything was lost or doubled.
 *
 *   npm run chaos                     both databases, 300 executions each
 *   npm run chaos -- --short          fewer executions and kills, for CI
 *   npm run chaos -- --only sqlite    one database
 */
import { parseArgs } from 'node:util';
import { startPostgres, startSqlite } from './databases';
import { runChaos } from './runChaos';

async function main() {
  const { values } = parseArgs({
    options: {
      short: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  });
  const plans = [
    {
      name: 'postgres',
      start: startPostgres,
      processes: 3,
      executions: values.short ? 60 : 300,
      kills: values.short ? 3 : 12,
      databaseRestarts: 1,
    },
    {
      name: 'sqlite',
      start: startSqlite,
      processes: 1,
      executions: values.short ? 40 : 300,
      kills: values.short ? 3 : 20,
      databaseRestarts: 0,
    },
  ].filter(plan => !values.only || plan.name === values.only);
  let unharmed = true;
  for (const plan of plans) {
    const report = await runChaos(plan);
    unharmed &&= report.lost === 0 && report.effectsDoubled === 0;
    console.log(JSON.stringify({ database: plan.name, ...report }));
  }
  process.exit(unharmed ? 0 : 1);
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
