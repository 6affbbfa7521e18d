import { targetOf } from './hostPattern';
import { untilAborted } from './untilAborted';

/**
 * Bounds the requests to one host and port, so that a slow receiver has only so
 * many of ours open and never keeps those for other hosts waiting.
 */
export class HostSlots {
  static create(options: { perHost: number }) {
    return new HostSlots(options.perHost);
  }

  private readonly hosts = new Map<string, { open: number; next: Turn[] }>();

  private constructor(private readonly perHost: number) {}

  /**
   * Does the work when it is its turn.
   *
   * @throws the signal's reason when it aborts before that
   */
  async run<T>(
    url: URL,
    signal: AbortSignal,
    work: () => Promise<T>,
  ): Promise<T> {
    const { host, port } = targetOf(url);
    const key = `${host}:${port}`;
    await this.enter(key, signal);
    try {
      return await work();
    } finally {
      this.leave(key);
    }
  }

  private async enter(key: string, signal: AbortSignal): Promise<void> {
    const host = this.hosts.get(key) ?? { open: 0, next: [] };
    this.hosts.set(key, host);
    if (host.open < this.perHost) {
      host.open += 1;
      return;
    }
    let turn!: Turn;
    const granted = new Promise<void>(resolve => {
      turn = { resolve };
      host.next.push(turn);
    });
    try {
      await untilAborted(granted, signal);
    } catch (error) {
      const place = host.next.indexOf(turn);
      if (place >= 0) {
        host.next.splice(place, 1);
      } else {
        // Granted in the moment of the abort: it goes to the next.
        this.leave(key);
      }
      throw error;
    }
  }

  private leave(key: string): void {
    const host = this.hosts.get(key)!;
    const turn = host.next.shift();
    if (turn) {
      turn.resolve();
    } else if (--host.open === 0) {
      this.hosts.delete(key);
    }
  }
}

interface Turn {
  resolve: () => void;
}
