import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  WORKFLOWS_SIGNAL_CHANNEL,
  type WorkflowsSignal,
} from 'backstage-plugin-workflows-common';

/** A run changes several times a second; a browser need not fetch each time. */
const PAUSE_MS = 500;

/**
 * Tells browsers that a thing has changed: at once, then at most every half
 * second for the same thing, and always once more after the last change.
 */
export class ChangeSignals {
  static create(options: { signals: SignalsService; logger: LoggerService }) {
    return new ChangeSignals(options.signals, options.logger);
  }

  /** Things that were told of just now, and whether they changed since. */
  private readonly paused = new Map<
    string,
    { timer: NodeJS.Timeout; changed: boolean }
  >();

  private constructor(
    private readonly signals: SignalsService,
    private readonly logger: LoggerService,
  ) {}

  readonly publish = (signal: WorkflowsSignal): void => {
    const key = `${signal.kind}:${signal.id}`;
    const paused = this.paused.get(key);
    if (paused) {
      paused.changed = true;
      return;
    }
    this.send(signal);
    const pause = {
      changed: false,
      timer: setTimeout(() => {
        this.paused.delete(key);
        if (pause.changed) {
          this.publish(signal);
        }
      }, PAUSE_MS),
    };
    // A pending signal does not keep a stopping process alive.
    pause.timer.unref();
    this.paused.set(key, pause);
  };

  stop(): void {
    for (const { timer } of this.paused.values()) {
      clearTimeout(timer);
    }
    this.paused.clear();
  }

  private send(message: WorkflowsSignal): void {
    this.signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: WORKFLOWS_SIGNAL_CHANNEL,
        message,
      })
      .catch(error =>
        this.logger.warn('A signal could not be published', toError(error)),
      );
  }
}
