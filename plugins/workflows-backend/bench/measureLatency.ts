import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from './Bench';
import { percentile } from './percentile';

const PER_SECOND = 10;

/** Milliseconds from the sender's first byte to a run's first request. */
export interface Latency {
  p50: number;
  p99: number;
}

/** Sends ten incidents a second, each at its time whether or not others are late. */
export async function measureLatency(
  bench: Bench,
  seconds: number,
): Promise<Latency> {
  await bench.receiver.takeArrivals();
  const sentAt = new Map<string, bigint>();
  const sends: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let index = 0; index < seconds * PER_SECOND; index += 1) {
    const dueAt = startedAt + (index * 1_000) / PER_SECOND;
    await sleep(Math.max(0, dueAt - performance.now()));
    const at = process.hrtime.bigint();
    sends.push(bench.send().then(key => void sentAt.set(key, at)));
  }
  await Promise.all(sends);
  await bench.idle();
  const arrivals = await bench.receiver.takeArrivals();
  const latencies = [...sentAt].map(([key, at]) => {
    const arrivedAt = arrivals.get(key);
    if (arrivedAt === undefined) {
      throw new Error(`The request of incident ${key} did not come`);
    }
    return Number(arrivedAt - at) / 1e6;
  });
  return { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
}
