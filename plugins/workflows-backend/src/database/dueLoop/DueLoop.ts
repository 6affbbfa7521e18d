import type { LoggerService } from '@backstage/backend-plugin-api';
import { setImmediate as turn } from 'node:timers/promises';
import { inTime } from '../../inTime';
import { Wakeup, sleep } from './Wakeup';

/** Looks after an error wait twice as long each time, but never longer. */
const MAX_BACKOFF_MS = 10_000;

/** A look that takes longer hangs on a dead connection. */
const CLAIM_TIMEOUT_MS = 30_000;

export interface DueLoopOptions<T> {
  /** For log lines. */
  name: string;
  /** Claims up to `limit` items that are due. */
  claim: (limit: number) => Promise<T[]>;
  /**
   * Works on one item. The signal aborts when the loop stops and the grace time
   * is over; an item that was being claimed right then comes with it aborted.
   */
  run: (item: T, signal: AbortSignal) => Promise<void>;
  /** Items that run at a time. */
  concurrency: number;
  /** How often to look when nobody pokes. Default 500. */
  pollMs?: number;
  logger: LoggerService;
}

/**
 * Claims what is due and runs it, as much at a time as there is room for.
 *
 * It looks when it is poked, when the poll time is over, and, as long as looks
 * come back full, whenever a place gets free. Nothing that goes wrong ends it: a
 * failed look is logged and repeated later, pokes or not, so that a database
 * that is away is not stormed by all loops; a look that hangs is given up, and
 * what it may still have claimed comes back when its lease is over.
 */
export class DueLoop<T> {
  private readonly running = new Set<Promise<void>>();
  private readonly abort = new AbortController();
  private readonly wakeup = new Wakeup();
  private readonly stopping = new AbortController();
  private loop?: Promise<void>;

  private constructor(private readonly options: DueLoopOptions<T>) {}

  static create<T>(options: DueLoopOptions<T>): DueLoop<T> {
    return new DueLoop(options);
  }

  start(): void {
    this.loop ??= this.pump();
  }

  /** Something may be due: look at once. */
  poke(): void {
    this.wakeup.wake();
  }

  /**
   * Claims nothing more, lets what runs end within the grace time, then aborts
   * it and waits until it has ended.
   */
  async stop({ graceMs }: { graceMs: number }): Promise<void> {
    this.stopping.abort();
    this.poke();
    const grace = setTimeout(() => this.abort.abort(), graceMs);
    await this.loop;
    await Promise.all(this.running);
    clearTimeout(grace);
  }

  private async pump() {
    const { claim, concurrency, pollMs = 500, logger, name } = this.options;
    let failures = 0;
    while (!this.stopping.signal.aborted) {
      const free = concurrency - this.running.size;
      let claimed = 0;
      this.wakeup.clear();
      try {
        const items =
          free > 0 ? await inTime(claim(free), CLAIM_TIMEOUT_MS) : [];
        claimed = items.length;
        failures = 0;
        items.forEach(item => this.launch(item));
      } catch (error) {
        failures += 1;
        logger.error(`${name}: claiming failed, trying again`, error as Error);
      }
      if (failures > 0) {
        const backoff = Math.min(pollMs * 2 ** failures, MAX_BACKOFF_MS);
        await sleep(backoff, this.stopping.signal);
      } else if (free > 0 && claimed < free) {
        await this.wakeup.next(pollMs);
      } else {
        // Full: there may be more, so look again as soon as there is room.
        await Promise.race([...this.running, this.wakeup.next(pollMs)]);
        // What was written together ends together, and makes room together.
        await turn();
      }
    }
  }

  private launch(item: T) {
    const signal = this.stopping.signal.aborted
      ? AbortSignal.abort()
      : this.abort.signal;
    const task = this.runOne(item, signal).finally(() =>
      this.running.delete(task),
    );
    this.running.add(task);
  }

  private async runOne(item: T, signal: AbortSignal) {
    const { run, logger, name } = this.options;
    try {
      await run(item, signal);
    } catch (error) {
      logger.error(`${name}: a run failed`, error as Error);
    }
  }
}
