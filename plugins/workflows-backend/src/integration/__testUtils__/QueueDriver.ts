import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ClaimExecution,
  ExecutionDriver,
  RunSegment,
} from 'backstage-plugin-workflows-node';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../database/clock';
import { DueLoop } from '../../database/dueLoop/DueLoop';
import { claimDue } from '../../database/dueLoop/claimDue';
import { keepLease } from '../../engine/leaseKeeper';

const TABLE = 'test_driver_queue';
const LEASE_MS = 1_000;

interface QueueRow {
  /** The execution's. */
  id: string;
  /** Not the execution's: of this row, raised by all that changes its time. */
  epoch: number;
  due_at: number | string;
}

interface QueueDriverOptions {
  knex: Knex;
  clock: DatabaseClock;
  logger: LoggerService;
}

/**
 * A driver that knows of executions only what it is told: its queue is a table of
 * its own, and it never looks at `workflow_executions`.
 */
export class QueueDriver implements ExecutionDriver {
  private loop?: DueLoop<QueueRow>;

  static create(options: QueueDriverOptions): QueueDriver {
    return new QueueDriver(options);
  }

  static async createTable(knex: Knex): Promise<void> {
    await knex.schema.createTable(TABLE, table => {
      table.text('id').primary();
      table.integer('epoch').notNullable();
      table.bigInteger('due_at').notNullable();
    });
  }

  /** The executions that it knows. */
  static async queued(knex: Knex): Promise<string[]> {
    return knex(TABLE).orderBy('id').pluck('id');
  }

  private constructor(private readonly options: QueueDriverOptions) {}

  async enqueue(trx: Knex.Transaction, executionIds: readonly string[]) {
    await this.put(trx, executionIds, 0);
  }

  async wake(trx: Knex.Transaction, executionId: string, inMs: number) {
    await this.put(trx, [executionId], Math.round(inMs));
  }

  async forget(trx: Knex.Transaction, executionIds: readonly string[]) {
    await trx(TABLE).whereIn('id', executionIds).delete();
  }

  poke(): void {
    this.loop?.poke();
  }

  async start(runSegment: RunSegment, claim: ClaimExecution): Promise<void> {
    const { knex, clock, logger } = this.options;
    this.loop = DueLoop.create<QueueRow>({
      name: 'queue',
      claim: limit =>
        claimDue({ knex, clock, table: TABLE, leaseMs: LEASE_MS, limit }),
      run: async (row, stopped) => {
        const claimed = await claim(row.id);
        if (claimed) {
          await this.hold(row, stopped, signal => runSegment(claimed, signal));
        }
      },
      concurrency: 5,
      pollMs: 20,
      logger,
    });
    this.loop.start();
  }

  async stop(): Promise<void> {
    await this.loop?.stop({ graceMs: 0 });
  }

  /** Works under a lease, which whatever else is said of the execution ends. */
  private async hold(
    { id, epoch }: QueueRow,
    stopped: AbortSignal,
    work: (signal: AbortSignal) => Promise<void>,
  ) {
    const { knex, clock, logger } = this.options;
    const extend = async (ms: number) =>
      (await knex(TABLE)
        .where({ id, epoch })
        .update({ due_at: clock.now(knex, ms) })) > 0;
    const lease = keepLease({
      renew: () => extend(LEASE_MS),
      leaseMs: LEASE_MS,
      renewMs: 100,
      logger,
    });
    try {
      await work(AbortSignal.any([stopped, lease.signal]));
    } finally {
      lease.stop();
      if (stopped.aborted) {
        await extend(0);
      }
    }
  }

  private async put(
    trx: Knex.Transaction,
    executionIds: readonly string[],
    inMs: number,
  ) {
    const due_at = this.options.clock.now(trx, inMs);
    await trx(TABLE)
      .insert(executionIds.map(id => ({ id, epoch: 0, due_at })))
      .onConflict('id')
      .merge({ epoch: trx.raw('?? + 1', [`${TABLE}.epoch`]), due_at });
  }
}
