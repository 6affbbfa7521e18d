/*
 * Half of the source files stay under 80 code lines and nearly all under 300: a
 * file that grows past that is usually two ideas.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeLines, percentile } from './checks/codeLines.mjs';
import { trackedFiles } from './checks/trackedFiles.mjs';
import { root } from './setup/paths.mjs';

const MEDIAN = 80;
const PERCENTILE_95 = 300;
const SMALLEST = 10;

const source = /^plugins\/.*\.(ts|tsx|js|jsx)$/;
const aside =
  /\.(test|d)\.tsx?$|\/index\.tsx?$|\/generated\/|\/__testUtils__\/|\/testing\/|\.eslintrc\.js$/;

const sizes = trackedFiles()
  .filter(file => source.test(file) && !aside.test(file))
  .map(file => ({
    file,
    lines: codeLines(readFileSync(join(root, file), 'utf8')),
  }))
  .filter(({ lines }) => lines >= SMALLEST)
  .sort((a, b) => b.lines - a.lines);

const lines = sizes.map(size => size.lines);
const median = percentile(lines, 0.5);
const percentile95 = percentile(lines, 0.95);

console.log(
  `${sizes.length} source files: median ${median} (at most ${MEDIAN}), 95th percentile ${percentile95} (at most ${PERCENTILE_95}). The largest:`,
);
for (const size of sizes.slice(0, 5)) {
  console.log(`  ${size.lines}  ${size.file}`);
}

if (median > MEDIAN || percentile95 > PERCENTILE_95) {
  process.exitCode = 1;
}
