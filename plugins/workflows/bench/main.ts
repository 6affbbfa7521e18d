/*
 * `npm run bench:canvas`: the builder beside bare React Flow with as many
 * default nodes, both built for production, in one Chromium. The last line is
 * JSON; the exit code says whether the ratios are as they should be. See
 * docs/builder.md.
 *
 *   npm run bench:canvas                three rounds
 *   npm run bench:canvas -- --rounds 1  a first impression
 */
import { parseArgs } from 'node:util';
import { type BenchReport, runBench } from './runBench';

function broken({ nodes500, nodes2000 }: BenchReport): string[] {
  return [
    nodes500.dragRatio < 0.8 && 'dragging is slower than 0.8 of bare',
    nodes500.panRatio < 0.8 && 'panning is slower than 0.8 of bare',
    nodes500.rerendersPerDragFrame > 1.2 &&
      'more than the dragged node renders',
    nodes500.typingLongTasks > 0 && 'typing has long tasks',
    nodes500.openRatio > 1.5 && 'opening takes more than 1.5 of bare',
    !(nodes2000.panRatio > 0) && '2,000 nodes do not pan',
  ].filter(text => text !== false);
}

async function main() {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '3' } },
  });
  const report = await runBench(Number(values.rounds));
  const problems = broken(report);
  problems.forEach(problem => console.log(`not as it should be: ${problem}`));
  console.log(JSON.stringify(report));
  process.exit(problems.length > 0 ? 1 : 0);
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
