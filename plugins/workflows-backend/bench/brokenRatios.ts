import type { BenchRatios } from './runBench';

const MIN_TO_FLOOR = 0.06;
const MAX_STATEMENTS = 12;
const MAX_WITH_WAITING = 1.25;
const MAX_MEMORY = 1.1;

/**
 * What is wrong with a measurement, on however slow a machine. The limits leave
 * room for what else runs: a floor of 0.06 is a third of what is usual, and
 * half of what is possible with a transaction for each write of a run.
 */
export function brokenRatios(ratios: BenchRatios): string[] {
  const { toFloor, statements, withWaiting, memory = 0 } = ratios;
  return [
    toFloor < MIN_TO_FLOOR &&
      `only ${toFloor.toFixed(2)} of the floor, not ${MIN_TO_FLOOR}`,
    statements > MAX_STATEMENTS &&
      `${statements} statements a run, more than ${MAX_STATEMENTS}`,
    withWaiting > MAX_WITH_WAITING &&
      `${withWaiting.toFixed(
        2,
      )} times the processor time while runs wait, more than ${MAX_WITH_WAITING}`,
    memory > MAX_MEMORY &&
      `the heap grew ${memory.toFixed(2)} times, more than ${MAX_MEMORY}`,
  ].filter(problem => problem !== false);
}
