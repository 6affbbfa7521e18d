/**
 * Waiting that can be cut short. A wake-up that comes while nobody waits is kept
 * until `clear`, so that one which arrives during a look is not lost.
 */
export class Wakeup {
  private woken = false;
  private resume: () => void = () => {};

  wake(): void {
    this.woken = true;
    this.resume();
  }

  /** Called before a look: it will see what earlier wake-ups were about. */
  clear(): void {
    this.woken = false;
  }

  /** Waits for the next wake-up, at most `ms`. */
  async next(ms: number): Promise<void> {
    if (!this.woken) {
      await this.pause(ms);
    }
  }

  private pause(ms: number): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, ms);
      this.resume = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** Waits for `ms`, or until the signal aborts. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) {
    return Promise.resolve();
  }
  return new Promise(resolve => {
    const ended = new AbortController();
    const done = () => {
      ended.abort();
      resolve();
    };
    const timer = setTimeout(done, ms);
    ended.signal.addEventListener('abort', () => clearTimeout(timer));
    // Removed in the end: a long-lived signal would collect one for each pause.
    signal.addEventListener('abort', done, { signal: ended.signal });
  });
}
