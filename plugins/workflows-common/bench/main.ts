/*
 * `npm run bench:templates`: for how long a template made to hold up the portal
 * blocks the event loop until its limit stops it. The last line is JSON; the
 * exit code says whether the worst stays within its ratio to the floor: writing
 * and reading the largest body that a hook takes. See docs/benchmarks.md.
 */
import type { JsonValue } from '@backstage/types';
import { LIMITS } from '../src/limits';
import { renderConfig } from '../src/templates/render';
import { BOMBS, CLUSTER_BOMBS, bombContext, many } from '../src/testing/bombs';

const ROUNDS = 7;
const MAX_TO_FLOOR = 10;

const configs: Array<{ name: string; config: JsonValue }> = [
  ...BOMBS.map(([name, config]) => ({ name, config })),
  ...CLUSTER_BOMBS.map(([name, template]) => ({
    name: `many ${name}`,
    config: many(template),
  })),
];

function blockedMs(work: () => void): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

/** At best, since whatever else the machine does only adds to it. */
function bestOf(work: () => void): number {
  return Math.min(...Array.from({ length: ROUNDS }, () => blockedMs(work)));
}

function explode(config: JsonValue) {
  try {
    renderConfig(config, bombContext);
  } catch {
    return;
  }
  throw new Error('A bomb was not stopped; npm test says which');
}

/** As large as the largest body that a hook takes. */
const ITEM = { name: 'a word', number: 1_000_000 };
const body = Array(
  Math.floor(LIMITS.hookBodyBytes / JSON.stringify(ITEM).length),
).fill(ITEM);

const cold = configs.map(({ config }) => blockedMs(() => explode(config)));
const bombs = configs
  .map(({ name, config }) => ({ name, ms: bestOf(() => explode(config)) }))
  .sort((a, b) => b.ms - a.ms);
const floorMs = bestOf(() => JSON.parse(JSON.stringify(body)));

for (const { name, ms } of bombs) {
  console.log(`${rounded(ms)} ms  ${name}`);
}
const [worst] = bombs;
const toFloor = worst.ms / floorMs;
if (toFloor > MAX_TO_FLOOR) {
  console.error(
    `${rounded(toFloor)} times the floor, more than ${MAX_TO_FLOOR}`,
  );
}
console.log(
  JSON.stringify({
    bombs: bombs.length,
    worst: worst.name,
    worstMs: rounded(worst.ms),
    worstColdMs: rounded(Math.max(...cold)),
    floorMs: rounded(floorMs),
    toFloor: rounded(toFloor),
  }),
);
process.exit(toFloor > MAX_TO_FLOOR ? 1 : 0);

function rounded(number: number): number {
  return Number(number.toFixed(1));
}
