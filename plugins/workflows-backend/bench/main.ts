/*
 * `npm run bench:engine`: how fast runs start and how many a second, on both
 * databases, in three processes: backend, receiver, and this one as the load.
 * The last line is JSON; the exit code says whether the ratios are as they
 * should be, whatever the machine. See docs/benchmarks.md.
 *
 *   npm run bench:engine                        with memory, half an hour
 *   npm run bench:engine -- --short             a first impression
 *   npm run bench:engine -- --smallest          for CI, which looks at ratios only
 *   npm run bench:engine -- --only postgres     one database
 *   npm run bench:engine -- --no-memory         without the ten minutes of memory
 */
import { parseArgs } from 'node:util';
import { startPostgres, startSqlite } from '../chaos/databases';
import { brokenRatios } from './brokenRatios';
import { type BenchReport, type BenchSize, runBench } from './runBench';

const DATABASES = { sqlite: startSqlite, postgres: startPostgres };

const SIZES = {
  full: {
    latencySeconds: 60,
    executions: 2_000,
    waiting: 100_000,
    memory: true,
  },
  short: {
    latencySeconds: 5,
    executions: 500,
    waiting: 10_000,
    memory: false,
  },
  smallest: {
    latencySeconds: 3,
    executions: 200,
    waiting: 10_000,
    memory: false,
  },
} satisfies Record<string, BenchSize>;

function sizeOf(asked: { short?: boolean; smallest?: boolean }): BenchSize {
  if (asked.smallest) {
    return SIZES.smallest;
  }
  return asked.short ? SIZES.short : SIZES.full;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      short: { type: 'boolean' },
      smallest: { type: 'boolean' },
      only: { type: 'string' },
      'no-memory': { type: 'boolean' },
    },
  });
  const asked = sizeOf(values);
  const size = values['no-memory'] ? { ...asked, memory: false } : asked;
  const reports: Record<string, BenchReport> = {};
  const problems: string[] = [];
  for (const [name, start] of Object.entries(DATABASES)) {
    if (!values.only || name === values.only) {
      const database = await start();
      try {
        const { report, ratios } = await runBench(name, database, size);
        reports[name] = report;
        problems.push(...brokenRatios(ratios).map(text => `${name}: ${text}`));
      } finally {
        await database.stop();
      }
    }
  }
  problems.forEach(problem => console.error(problem));
  console.log(JSON.stringify(reports));
  return problems.length > 0 ? 1 : 0;
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
