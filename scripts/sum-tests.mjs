/* Adds up the tests of `.ci/run`; the last line is for machines. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jestResults, playwrightResults } from './checks/testResults.mjs';

const [directory] = process.argv.slice(2);
const runners = [
  ['jest.json', jestResults],
  ['scripts.json', counts => counts],
  ['e2e.json', playwrightResults],
];

const sum = { passed: 0, failed: 0, skipped: 0 };
for (const [file, read] of runners) {
  const path = join(directory, file);
  // A runner that left nothing behind has failed as a whole.
  const counts = existsSync(path)
    ? read(JSON.parse(readFileSync(path, 'utf8')))
    : { passed: 0, failed: 1, skipped: 0 };
  console.log(
    `${file}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
  );
  for (const key of Object.keys(sum)) {
    sum[key] += counts[key];
  }
}
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 ? 1 : 0;
