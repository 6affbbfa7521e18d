import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { WorkflowsSignal } from 'backstage-plugin-workflows-common';
import type { ExecutionDriver } from 'backstage-plugin-workflows-node';
import type { Router } from 'express';
import type { Knex } from 'knex';
import { EntityResolver } from '../catalog/EntityResolver';
import { EntityRules } from '../catalog/EntityRules';
import type { DatabaseClock } from '../database/clock';
import { DueLoop } from '../database/dueLoop/DueLoop';
import { claimDue } from '../database/dueLoop/claimDue';
import type { NewDelivery } from '../database/operations/deliveries/insertDeliveries';
import { requeueFailed } from '../database/operations/deliveries/requeueFailed';
import { requeueDelivery } from '../database/operations/deliveries/requeueDelivery';
import type { IncidentDeliveryRow } from '../database/rows';
import { RunnableWorkflows } from '../matcher/RunnableWorkflows';
import { createHooksRouter } from './hooksRouter';
import { DeliveryProcessor, LEASE_MS } from './DeliveryProcessor';
import { EventWriter } from './EventWriter';
import { Inbox, type KeptDelivery } from './Inbox';
import { IncidentEdits } from './IncidentEdits';
import type { ConfiguredSource } from './readSources';

/** Deliveries that one replica processes at a time; small ones are written together. */
const CONCURRENCY = 25;
/** What a delivery that is being processed gets when the backend stops. */
const GRACE_MS = 5_000;

export interface IntakeOptions {
  knex: Knex;
  clock: DatabaseClock;
  /** Told of new executions in the transaction that makes them. */
  driver: Pick<ExecutionDriver, 'enqueue'>;
  sources: ConfiguredSource[];
  /** Rules that lead to an incident's entity. Default none. */
  entityRules?: EntityRules;
  catalog: CatalogService;
  auth: AuthService;
  /** What may run; shared with the age timers. Default one of its own. */
  workflows?: RunnableWorkflows;
  logger: LoggerService;
  /** Called after the commit with each thing that changed. */
  onChange: (signal: WorkflowsSignal) => void;
  /** Says that there are new executions. */
  pokeEngine: () => void;
}

/** Incidents in: the hooks, the inbox, and what makes incidents and runs of it. */
export class Intake {
  static create(options: IntakeOptions): Intake {
    const { knex, clock, driver, logger, onChange, pokeEngine } = options;
    for (const { id } of options.sources.filter(source => source.insecure)) {
      logger.warn(
        `workflows.sources.${id} is insecure: anyone who reaches the backend can send it incidents`,
      );
    }
    const sources = new Map(options.sources.map(source => [source.id, source]));
    const resolver = EntityResolver.create(options);
    const writer = EventWriter.create({
      knex,
      clock,
      driver,
      rules: options.entityRules ?? EntityRules.create({ rules: [] }),
      workflows: options.workflows ?? RunnableWorkflows.create(),
      onWritten: changed => {
        if (changed.some(({ kind }) => kind === 'execution')) {
          pokeEngine();
        }
        changed.forEach(onChange);
      },
    });
    const base = { knex, clock, logger, resolver, writer };
    const processor = DeliveryProcessor.create({ ...base, sources });
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
    const inbox = Inbox.create({ knex, clock, logger });
    const hooksRouter = createHooksRouter({
      sources,
      inbox,
      logger,
      onKept: () => loop.poke(),
    });
    const edits = IncidentEdits.create(base);
    return new Intake(hooksRouter, edits, inbox, loop, { knex, clock });
  }

  private constructor(
    /** `POST /hooks/:sourceId`; see {@link createHooksRouter}. */
    readonly hooksRouter: Router,
    readonly edits: IncidentEdits,
    private readonly inbox: Inbox,
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
   * Keeps a delivery that came by another door than a hook.
   *
   * @throws ServiceUnavailableError when overloaded or without database
   */
  readonly keep = async (delivery: NewDelivery): Promise<KeptDelivery> => {
    const kept = await this.inbox.keep(delivery);
    if (!kept.duplicate) {
      this.loop.poke();
    }
    return kept;
  };

  /** Processes all failed deliveries of a source again; gives how many. */
  async replayFailed(sourceId: string): Promise<number> {
    const replayed = await requeueFailed({ ...this.database, sourceId });
    this.loop.poke();
    return replayed;
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
