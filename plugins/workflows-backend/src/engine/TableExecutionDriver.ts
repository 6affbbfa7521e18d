import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ExecutionDriver,
  RunSegment,
} from 'backstage-plugin-workflows-node';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../database/clock';
import { DueLoop } from '../database/dueLoop/DueLoop';
import { claimExecutions } from '../database/operations/executions/claimExecutions';
import { extendClaim } from '../database/operations/executions/extendClaim';
import { setExecutionDue } from '../database/operations/executions/setExecutionDue';
import type { WorkflowExecutionRow } from '../database/rows';
import { keepLease } from './leaseKeeper';
import type { TableClaim } from './types';

export interface TableExecutionDriverOptions {
  knex: Knex;
  clock: DatabaseClock;
  logger: LoggerService;
  /** Executions that this process runs at a time. Default 20. */
  concurrency?: number;
  /** Default 500. */
  pollMs?: number;
  /** How long a claim holds without being renewed. Default 10 s. */
  leaseMs?: number;
  /** Default 3 s. */
  renewMs?: number;
  /** How long a stop lets what runs end by itself. Default 5 s. */
  graceMs?: number;
}

/**
 * The default driver: `due_at` of `workflow_executions` says when a run goes on,
 * and is the end of the lease while it runs. A worker that dies needs no one to
 * find out; its runs become due by themselves.
 */
export class TableExecutionDriver implements ExecutionDriver {
  private loop?: DueLoop<WorkflowExecutionRow>;

  private constructor(
    private readonly options: Required<TableExecutionDriverOptions>,
  ) {}

  static create(options: TableExecutionDriverOptions): TableExecutionDriver {
    return new TableExecutionDriver({
      concurrency: 20,
      pollMs: 500,
      leaseMs: 10_000,
      renewMs: 3_000,
      graceMs: 5_000,
      ...options,
    });
  }

  /** The rows were inserted, or made, due. */
  async enqueue() {}

  async wake(trx: Knex.Transaction, executionId: string, inMs: number) {
    const { clock } = this.options;
    await setExecutionDue({ trx, clock, executionId, inMs });
  }

  /** The rows are not due any more, and a lease of one is not renewed. */
  async forget() {}

  poke(): void {
    this.loop?.poke();
  }

  async start(runSegment: RunSegment): Promise<void> {
    const { knex, clock, logger, concurrency, pollMs, leaseMs } = this.options;
    this.loop ??= DueLoop.create<WorkflowExecutionRow>({
      name: 'executions',
      claim: limit => claimExecutions({ knex, clock, leaseMs, limit }),
      run: (row, stopped) => this.run(row, stopped, runSegment),
      concurrency,
      pollMs,
      logger,
    });
    this.loop.start();
  }

  async stop(): Promise<void> {
    await this.loop?.stop({ graceMs: this.options.graceMs });
    this.loop = undefined;
  }

  private async run(
    row: WorkflowExecutionRow,
    stopped: AbortSignal,
    runSegment: RunSegment,
  ) {
    const { knex, clock, logger, leaseMs, renewMs } = this.options;
    const claim: TableClaim = {
      executionId: row.id,
      epoch: row.epoch,
      row,
      leaseMs,
    };
    const extend = (ms: number) => extendClaim({ knex, clock, claim, ms });
    const lease = keepLease({
      renew: () => extend(leaseMs),
      leaseMs,
      renewMs,
      logger,
    });
    try {
      await runSegment(claim, AbortSignal.any([stopped, lease.signal]));
    } finally {
      lease.stop();
      if (stopped.aborted) {
        await extend(0);
      }
    }
  }
}
