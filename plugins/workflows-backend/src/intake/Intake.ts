import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { WorkflowsSignal } from 'backstage-plugin-workflows-common';
import type { Router } from 'express';
import type { Knex } from 'knex';
import { EntityResolver } from '../catalog/EntityResolver';
import type { DatabaseClock } from '../database/clock';
import { DueLoop } from '../database/dueLoop/DueLoop';
import { claimDue } from '../database/dueLoop/claimDue';
import { requeueDelivery } from '../database/operations/deliveries/requeueDelivery';
import type { IncidentDeliveryRow } from '../database/rows';
import { createHooksRouter } from './hooksRouter';
import { DeliveryProcessor } from './DeliveryProcessor';
import { Inbox } from './Inbox';
import type { ConfiguredSource } from './readSources';

/** Longer than a delivery takes; a worker that died leaves it for so long. */
const LEASE_MS = 10_000;
/** Deliveries that one replica processes at a time. */
const CONCURRENCY = 4;
/** What a delivery that is being processed gets when the backend stops. */
const GRACE_MS = 5_000;

export interface IntakeOptions {
  knex: Knex;
  clock: DatabaseClock;
  sources: ConfiguredSource[];
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  /** Called after the commit with each thing that changed. */
  onChange: (signal: WorkflowsSignal) => void;
  /** Says that there are new executions. */
  pokeEngine: () => void;
}

/** Incidents in: the hooks, the inbox, and what makes incidents and runs of it. */
export class Intake {
  static create(options: IntakeOptions): Intake {
    const { knex, clock, logger, onChange, pokeEngine } = options;
    for (const { id } of options.sources.filter(source => source.insecure)) {
      logger.warn(
        `workflows.sources.${id} is insecure: anyone who reaches the backend can send it incidents`,
      );
    }
    const sources = new Map(options.sources.map(source => [source.id, source]));
    const processor = DeliveryProcessor.create({
      knex,
      clock,
      logger,
      sources,
      resolver: EntityResolver.create(options),
      onProcessed: changed => {
        if (changed.some(({ kind }) => kind === 'execution')) {
          pokeEngine();
        }
        changed.forEach(onChange);
      },
    });
    const loop = DueLoop.create<IncidentDeliveryRow>({
      name: 'intake',
      concurrency: CONCURRENCY,
      logger,
      claim: limit =>
        claimDue({
          knex,
          clock,
          table: 'incident_deliveries',
          leaseMs: LEASE_MS,
          limit,
          set: { attempts: knex.raw('attempts + 1') },
        }),
      run: row => processor.process(row),
    });
    const hooksRouter = createHooksRouter({
      sources,
      inbox: Inbox.create({ knex, clock, logger }),
      onKept: () => loop.poke(),
    });
    return new Intake(hooksRouter, loop, { knex, clock });
  }

  private constructor(
    /** `POST /hooks/:sourceId`; see {@link createHooksRouter}. */
    readonly hooksRouter: Router,
    private readonly loop: DueLoop<IncidentDeliveryRow>,
    private readonly database: { knex: Knex; clock: DatabaseClock },
  ) {}

  start(): void {
    this.loop.start();
  }

  async stop(): Promise<void> {
    await this.loop.stop({ graceMs: GRACE_MS });
  }

  /**
   * Processes a kept delivery again.
   *
   * @throws NotFoundError
   */
  async replay(deliveryId: string): Promise<IncidentDeliveryRow> {
    const row = await requeueDelivery({ ...this.database, id: deliveryId });
    this.loop.poke();
    return row;
  }
}
