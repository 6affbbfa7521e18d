import type {
  RunWorkflowRequest,
  WorkflowExecution,
  WorkflowExplanation,
  WorkflowsSignal,
} from 'backstage-plugin-workflows-common';
import type { ExecutionDriver } from 'backstage-plugin-workflows-node';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../../database/clock';
import { getExecution } from '../../database/operations/executionReads/getExecution';
import type { Caller } from '../../permissions/Caller';
import { toExecution } from '../toExecution';
import { explainWorkflow } from './explainWorkflow';
import { runByHand } from './runByHand';
import type { MatchingService } from './types';

/** Runs by hand and explanations, out of the database. */
export class DefaultMatchingService implements MatchingService {
  static create(options: {
    knex: Knex;
    clock: DatabaseClock;
    driver: Pick<ExecutionDriver, 'enqueue'>;
    engine: { poke(): void };
    onChange: (signal: WorkflowsSignal) => void;
  }) {
    return new DefaultMatchingService(options);
  }

  private constructor(
    private readonly options: {
      knex: Knex;
      clock: DatabaseClock;
      driver: Pick<ExecutionDriver, 'enqueue'>;
      engine: { poke(): void };
      onChange: (signal: WorkflowsSignal) => void;
    },
  ) {}

  async run(
    workflowId: string,
    { incidentId }: RunWorkflowRequest,
    idempotencyKey: string | undefined,
    { actorRef }: Caller,
  ): Promise<WorkflowExecution> {
    const { knex, clock, driver, engine, onChange } = this.options;
    const id = await runByHand({
      knex,
      clock,
      driver,
      workflowId,
      incidentId,
      idempotencyKey,
      actorRef,
    });
    engine.poke();
    onChange({ kind: 'execution', id });
    return toExecution((await getExecution({ knex, id })).execution);
  }

  explain(
    incidentId: string,
    workflowId: string,
  ): Promise<WorkflowExplanation> {
    const { knex, clock } = this.options;
    return explainWorkflow({ knex, clock, incidentId, workflowId });
  }
}
