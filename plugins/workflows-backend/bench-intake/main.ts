/*
 * `npm run bench:intake`: how many deliveries a second are durably kept and
 * matched among 10,000 workflows, on both databases; the backend is a process of
 * its own, this one is the load. The last line is JSON; the exit code says
 * whether matching one event took at most 5 ms (99 of 100). See
 * docs/benchmarks.md.
 *
 *   npm run bench:intake                        10,000 deliveries
 *   npm run bench:intake -- --short             1,500
 *   npm run bench:intake -- --only postgres     one database
 */
import { parseArgs } from 'node:util';
import { startPostgres, startSqlite } from '../chaos/databases';
import { type IntakeReport, measureIntake } from './measureIntake';

const DATABASES = { sqlite: startSqlite, postgres: startPostgres };
const MATCH_MS = 5;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { short: { type: 'boolean' }, only: { type: 'string' } },
  });
  const deliveries = values.short ? 1_500 : 10_000;
  const reports: Record<string, IntakeReport> = {};
  for (const [name, start] of Object.entries(DATABASES)) {
    if (!values.only || name === values.only) {
      const database = await start();
      try {
        reports[name] = await measureIntake(name, database, deliveries);
      } finally {
        await database.stop();
      }
    }
  }
  console.log(JSON.stringify(reports));
  return Object.values(reports).some(({ matchP99Ms }) => matchP99Ms > MATCH_MS)
    ? 1
    : 0;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => process.exit(1));
}
main().then(
  code => process.exit(code),
  error => {
    console.error(error);
    process.exit(1);
  },
);
