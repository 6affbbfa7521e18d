import type { Bench } from './Bench';
import { measureLatency } from './measureLatency';

const EARLY_MINUTES = 2;
const LATE_MINUTES = 10;

/** How many times the heap is late what it was early, after forced garbage collections under steady load. */
export async function measureMemory(bench: Bench): Promise<number> {
  await measureLatency(bench, EARLY_MINUTES * 60);
  const early = await bench.heapMb();
  await measureLatency(bench, (LATE_MINUTES - EARLY_MINUTES) * 60);
  const late = await bench.heapMb();
  bench.say(
    `heap ${early.toFixed(1)} MB at minute ${EARLY_MINUTES}, ${late.toFixed(
      1,
    )} MB at minute ${LATE_MINUTES}, ${(late / early).toFixed(2)} times`,
  );
  return late / early;
}
