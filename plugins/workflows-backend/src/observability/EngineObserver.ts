import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  MetricsService,
  TracingService,
} from '@backstage/backend-plugin-api/alpha';
import {
  type ExecutionReasonCode,
  type ExecutionStatus,
  isFinished,
} from 'backstage-plugin-workflows-common';

/** One call of an action's functions, which is one attempt of a step when it is `run`. */
export interface ObservedCall {
  function: 'run' | 'check' | 'probe';
  workflowId: string;
  executionId: string;
  stepId: string;
  nodeId: string;
  actionType: string;
  attempt: number;
}

/** A status that an execution has now, with the steps that were written with it. */
export interface Transition {
  executionId: string;
  status: ExecutionStatus;
  reasonCode?: ExecutionReasonCode;
  steps?: ReadonlyArray<{ id: string; nodeId: string; state: string }>;
}

/** Bounds of the histogram, in seconds: an attempt takes at most five minutes. */
const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/**
 * All that the engine tells of itself, as metrics, spans and log lines. It
 * decides nothing. Names and units follow OpenTelemetry; attributes of metrics
 * have few values, ids are in spans and log lines only.
 */
export class EngineObserver {
  static create(options: {
    metrics: MetricsService;
    tracing: TracingService;
    logger: LoggerService;
  }): EngineObserver {
    return new EngineObserver(options, createInstruments(options.metrics));
  }

  private constructor(
    private readonly options: {
      tracing: TracingService;
      logger: LoggerService;
    },
    private readonly instruments: ReturnType<typeof createInstruments>,
  ) {}

  /** A claim was made, and a segment of the run follows. */
  async segment(
    claim: { executionId: string; epoch: number },
    run: () => Promise<void>,
  ): Promise<void> {
    const { executionId, epoch } = claim;
    this.instruments.claimed.add(1);
    this.options.logger.debug(`Execution ${executionId} RUNNING (claimed)`, {
      executionId,
      epoch,
    });
    const attributes = {
      'workflows.execution.id': executionId,
      'workflows.execution.epoch': epoch,
    };
    await this.options.tracing.startActiveSpan('segment', { attributes }, run);
  }

  async call<T extends { error?: { code: string; message: string } }>(
    call: ObservedCall,
    run: () => Promise<T>,
  ): Promise<T> {
    const { retried, duration } = this.instruments;
    const few = {
      'workflows.action.type': call.actionType,
      'workflows.action.function': call.function,
    };
    if (call.function === 'run' && call.attempt > 1) {
      retried.add(1, { 'workflows.action.type': call.actionType });
    }
    const attributes = {
      ...few,
      'workflows.id': call.workflowId,
      'workflows.execution.id': call.executionId,
      'workflows.step.id': call.stepId,
      'workflows.node.id': call.nodeId,
      'workflows.step.attempt': call.attempt,
    };
    return this.options.tracing.startActiveSpan(
      `${call.function} ${call.actionType}`,
      { attributes },
      async span => {
        const startedAt = performance.now();
        const outcome = await run();
        const { error } = outcome;
        if (error) {
          span.setAttribute('error.type', error.code);
          span.setStatus({ code: 'error', message: error.message });
        }
        duration.record((performance.now() - startedAt) / 1_000, {
          ...few,
          ...(error && { 'error.type': error.code }),
        });
        return outcome;
      },
    );
  }

  /** Called after the commit. */
  transition({ executionId, status, reasonCode, steps = [] }: Transition) {
    const ended = isFinished(status);
    const why = reasonCode ? ` (${reasonCode})` : '';
    const what = steps.map(({ nodeId, state }) => `${nodeId} ${state}`);
    this.options.logger[ended ? 'info' : 'debug'](
      `Execution ${executionId} ${status}${why}${
        what.length > 0 ? `: ${what.join(', ')}` : ''
      }`,
      { executionId, stepIds: steps.map(({ id }) => id) },
    );
    if (ended) {
      this.instruments.finished.add(1, {
        'workflows.execution.status': status,
        'workflows.execution.reason': reasonCode,
      });
    }
  }

  /** A worker stops in the middle of a segment because the run may be another's. */
  leaseLost(executionId: string, error: Error): void {
    this.instruments.leasesLost.add(1);
    this.options.logger.warn(
      `Execution ${executionId}: ${error.message}; leaving it to its next owner`,
      { executionId },
    );
  }
}

function createInstruments(metrics: MetricsService) {
  return {
    claimed: metrics.createCounter('workflows.executions.claimed', {
      unit: '{claim}',
      description: 'Claims of executions that were due, one for each segment',
    }),
    finished: metrics.createCounter('workflows.executions.finished', {
      unit: '{execution}',
      description: 'Executions that ended',
    }),
    leasesLost: metrics.createCounter('workflows.executions.leases_lost', {
      unit: '{lease}',
      description: 'Segments that stopped because their lease may be over',
    }),
    retried: metrics.createCounter('workflows.steps.retried', {
      unit: '{attempt}',
      description: 'Attempts of steps after the first, also after a crash',
    }),
    duration: metrics.createHistogram('workflows.step.duration', {
      unit: 's',
      description: 'How long an attempt of a step took',
      advice: { explicitBucketBoundaries: SECONDS },
    }),
  };
}
