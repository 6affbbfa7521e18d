import type { LoggerService } from '@backstage/backend-plugin-api';

/** The claim may be another's by now; nothing new may be started under it. */
export class LeaseLateError extends Error {
  constructor() {
    super('The lease was not renewed in time');
    this.name = 'LeaseLateError';
  }
}

/**
 * Renews a lease while work runs under it. When the last renewal that worked
 * began too long ago by this process's own monotonic clock, or the claim turns
 * out to be another's, the signal aborts. That is judged without asking anyone,
 * because a database that does not answer is just the case in which someone else
 * may be taking over.
 */
export function keepLease(options: {
  /** Renews; false when the claim is another's. */
  renew: () => Promise<boolean>;
  leaseMs: number;
  renewMs: number;
  logger: LoggerService;
}): { signal: AbortSignal; stop: () => void } {
  const { renew, leaseMs, renewMs, logger } = options;
  const lost = new AbortController();
  let provenAt = performance.now();
  let renewing = false;

  // Early by one renewal's time, so that what runs can end within the lease.
  const latestMs = leaseMs - renewMs / 2;
  const tick = async () => {
    if (renewing || lost.signal.aborted) {
      return;
    }
    renewing = true;
    const startedAt = performance.now();
    try {
      if (await renew()) {
        provenAt = startedAt;
      } else {
        lost.abort(new LeaseLateError());
      }
    } catch (error) {
      logger.warn('A lease could not be renewed, trying again', error as Error);
    }
    renewing = false;
  };
  const timer = setInterval(tick, renewMs);
  const watch = setInterval(() => {
    if (performance.now() - provenAt > latestMs) {
      lost.abort(new LeaseLateError());
    }
  }, renewMs / 3);
  return {
    signal: lost.signal,
    stop: () => {
      clearInterval(timer);
      clearInterval(watch);
    },
  };
}
