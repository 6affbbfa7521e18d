/* Runs the tests of scripts/ and writes how many passed and failed. */
import { writeFileSync } from 'node:fs';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { trackedFiles } from './trackedFiles.mjs';

const [output] = process.argv.slice(2);
const counts = { passed: 0, failed: 0, skipped: 0 };
const files = trackedFiles().filter(file =>
  /^scripts\/.*\.test\.mjs$/.test(file),
);

run({ files })
  .on('test:pass', ({ skip }) => {
    counts[skip ? 'skipped' : 'passed'] += 1;
  })
  .on('test:fail', () => {
    counts.failed += 1;
    process.exitCode = 1;
  })
  .on('end', () => {
    if (output) {
      writeFileSync(output, JSON.stringify(counts));
    }
  })
  .compose(new spec())
  .pipe(process.stdout);
