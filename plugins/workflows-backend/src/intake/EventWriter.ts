import {
  type OrderedIncidentEvent,
  type WorkflowsSignal,
  foldEvent,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { EntityRules } from '../catalog/EntityRules';
import type { DatabaseClock } from '../database/clock';
import type { EventOrigin } from '../database/operations/incidents/insertIncidentEvent';
import type { RunnableWorkflows } from '../matcher/RunnableWorkflows';
import { applyEvents } from './applyEvents';
import { NeededEntities, type ResolveEntity } from './NeededEntities';

/** Times that a transaction may find out that it needs another entity. */
const MAX_ROUNDS = 5;

/**
 * Writes events with all that follows from them in one transaction, then says
 * what changed. The one way in, for deliveries and edits alike.
 */
export class EventWriter {
  static create(options: {
    knex: Knex;
    clock: DatabaseClock;
    rules: EntityRules;
    workflows: RunnableWorkflows;
    /** Called after the commit with what changed. */
    onWritten: (changed: WorkflowsSignal[]) => void;
  }) {
    return new EventWriter(options);
  }

  private constructor(
    private readonly options: {
      knex: Knex;
      clock: DatabaseClock;
      rules: EntityRules;
      workflows: RunnableWorkflows;
      onWritten: (changed: WorkflowsSignal[]) => void;
    },
  ) {}

  async write(options: {
    sourceId: string;
    origin: EventOrigin;
    events: readonly OrderedIncidentEvent[];
    resolve: ResolveEntity;
    /** The last that the transaction does; what it throws rolls all back. */
    finish?: (trx: Knex.Transaction) => Promise<void>;
  }): Promise<void> {
    const { resolve, finish, ...said } = options;
    const { knex, clock, rules, workflows, onWritten } = this.options;
    const entities = NeededEntities.create({ rules });
    for (const event of said.events) {
      // What the event says by itself is most of what will be asked for.
      const { sourceId } = said;
      const { incidentKey } = event;
      entities.need({ ...foldEvent(undefined, event), sourceId, incidentKey });
    }
    for (let round = 0; round < MAX_ROUNDS; round++) {
      await entities.fill(resolve);
      const trx = await knex.transaction();
      let changed: WorkflowsSignal[] | undefined;
      try {
        changed = await applyEvents({
          ...said,
          trx,
          clock,
          entities,
          workflows,
        });
        if (entities.isComplete) {
          await finish?.(trx);
          await trx.commit();
        } else {
          changed = undefined;
          await trx.rollback();
        }
      } catch (error) {
        await trx.rollback();
        throw error;
      }
      if (changed) {
        onWritten(changed);
        return;
      }
    }
    throw new Error('The incident changed its service again and again');
  }
}
