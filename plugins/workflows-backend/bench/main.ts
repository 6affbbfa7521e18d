/*
 * `npm run bench:engine`: how fast runs start and how many a second, on both
 * databases, in three processes: backend, receiver, and this one as the load.
 * The last line is JSON. See docs/benchmarks.md.
 *
 *   npm run bench:engine                        some minutes
 *   npm run bench:engine -- --short             a first impression
 *   npm run bench:engine -- --only postgres     one database
 *   npm run bench:engine -- --memory            ten minutes more a database
 */
import { parseArgs } from 'node:util';
import { startPostgres, startSqlite } from '../chaos/databases';
import { type BenchReport, runBench } from './runBench';

const DATABASES = { sqlite: startSqlite, postgres: startPostgres };

async function main() {
  const { values } = parseArgs({
    options: {
      short: { type: 'boolean', default: false },
      only: { type: 'string' },
      memory: { type: 'boolean', default: false },
    },
  });
  const { short, memory } = values;
  const reports: Record<string, BenchReport> = {};
  for (const [name, start] of Object.entries(DATABASES)) {
    if (!values.only || name === values.only) {
      const database = await start();
      try {
        reports[name] = await runBench(name, database, {
          latencySeconds: short ? 5 : 60,
          executions: short ? 500 : 2_000,
          waiting: short ? 10_000 : 100_000,
          memory,
        });
      } finally {
        await database.stop();
      }
    }
  }
  console.log(JSON.stringify(reports));
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => process.exit(1));
}
main().then(
  () => process.exit(0),
  error => {
    console.error(error);
    process.exit(1);
  },
);
