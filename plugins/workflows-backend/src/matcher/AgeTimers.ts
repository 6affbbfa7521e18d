import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  IncidentContext,
  WorkflowsSignal,
} from 'backstage-plugin-workflows-common';
import type { ExecutionDriver } from 'backstage-plugin-workflows-node';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../database/clock';
import { DueLoop } from '../database/dueLoop/DueLoop';
import { claimDue } from '../database/dueLoop/claimDue';
import { insertExecutions } from '../database/operations/executions/insertExecutions';
import { agesOf } from '../database/operations/incidents/ageColumns';
import { latestEvent } from '../database/operations/incidents/latestEvent';
import { toIncident } from '../database/operations/incidents/toIncident';
import type { IncidentRow } from '../database/rows';
import { type AgeSpan, ageMoment, nextAgeMoment } from './ages';
import { matchIncident } from './matchIncident';
import type { RunnableWorkflows } from './RunnableWorkflows';
import { toExecutions } from './toExecutions';
import type { WorkflowIndex } from './WorkflowIndex';

/** Longer than a look takes; after a crash another worker looks again. */
const LEASE_MS = 5_000;
/** Looks at a time in this process. */
const CONCURRENCY = 4;
const GRACE_MS = 5_000;

export interface AgeTimersOptions {
  knex: Knex;
  clock: DatabaseClock;
  /** Told of new executions in the transaction that makes them. */
  driver: Pick<ExecutionDriver, 'enqueue'>;
  logger: LoggerService;
  workflows: RunnableWorkflows;
  /** Called after the commit with each thing that changed. */
  onChange: (signal: WorkflowsSignal) => void;
  /** Says that there are new executions. */
  pokeEngine: () => void;
}

/**
 * Fires age triggers. An open incident carries the next moment at which one may
 * fire as its `due_at`; the loop of due rows finds it by an index, so it costs
 * the same however many incidents are open, survives a restart, and is taken by
 * one replica only.
 *
 * A look covers the time since the look before it, and runs with the incident's
 * row locked: an event that ends a period comes before it, and then nothing
 * fires, or after it. The conditions are those of the moment: what begins to hold
 * later starts no run.
 */
export class AgeTimers {
  private readonly loop: DueLoop<IncidentRow>;

  static create(options: AgeTimersOptions) {
    return new AgeTimers(options);
  }

  private constructor(private readonly options: AgeTimersOptions) {
    const { knex, clock, logger } = options;
    this.loop = DueLoop.create<IncidentRow>({
      name: 'age timers',
      concurrency: CONCURRENCY,
      logger,
      claim: limit =>
        claimDue({ knex, clock, table: 'incidents', leaseMs: LEASE_MS, limit }),
      run: row => this.look(row.id),
    });
  }

  start(): void {
    this.loop.start();
  }

  async stop(): Promise<void> {
    await this.loop.stop({ graceMs: GRACE_MS });
  }

  /** Fires what an incident has become old enough for, and notes when to look again. */
  async look(incidentId: string): Promise<void> {
    const { knex, onChange, pokeEngine } = this.options;
    const ids = await knex.transaction(trx => this.fire(trx, incidentId));
    if (ids.length > 0) {
      pokeEngine();
    }
    ids.forEach(id => onChange({ kind: 'execution', id }));
  }

  private async fire(
    trx: Knex.Transaction,
    incidentId: string,
  ): Promise<string[]> {
    const { clock, workflows } = this.options;
    // In the same order as intake, so that neither waits for the other for ever.
    const index = await workflows.index(trx);
    await trx('incidents').where({ id: incidentId }).forUpdate().first('id');
    // Read after the lock is held, or the clock would be behind what it waited for.
    const row: (IncidentRow & { now: number | string }) | undefined = await trx(
      'incidents',
    )
      .where({ id: incidentId })
      .first('*', trx.raw('? as now', [clock.now(trx)]));
    if (!row) {
      return [];
    }
    const span: AgeSpan = {
      ages: agesOf(row),
      fromMs: Number(row.aged_until ?? 0),
      untilMs: Number(row.now),
    };
    const ids = await this.fireWithin(trx, row, span, index);
    await trx('incidents')
      .where({ id: incidentId })
      .update({
        aged_until: span.untilMs,
        due_at:
          nextAgeMoment(index.ofTrigger('age'), span.ages, span.untilMs) ??
          null,
      });
    return ids;
  }

  private async fireWithin(
    trx: Knex.Transaction,
    row: IncidentRow,
    span: AgeSpan,
    index: WorkflowIndex,
  ): Promise<string[]> {
    const { clock, driver } = this.options;
    const isReached = index.ofTrigger('age').some(workflow => {
      const moment = ageMoment(workflow, span.ages) ?? -1;
      return span.fromMs < moment && moment <= span.untilMs;
    });
    const last = isReached
      ? await latestEvent({ knex: trx, incidentId: row.id })
      : undefined;
    if (!last) {
      return [];
    }
    const { entity } = last.context;
    const context: IncidentContext = {
      incident: toIncident(row),
      ...(entity && { entity }),
    };
    const fired = [{ type: 'age' as const, ...span }];
    return insertExecutions({
      trx,
      clock,
      driver,
      executions: await toExecutions({
        trx,
        events: [
          {
            matches: matchIncident({ fired, context }, index),
            eventId: last.id,
            context,
          },
        ],
      }),
    });
  }
}
