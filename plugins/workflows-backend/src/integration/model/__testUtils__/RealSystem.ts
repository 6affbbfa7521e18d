import type {
  RetryExecutionRequest,
  WorkflowDefinition,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { newId } from '../../../database/newId';
import {
  type NewExecution,
  insertExecutions,
} from '../../../database/operations/executions/insertExecutions';
import { stopResolvedRuns } from '../../../database/operations/executions/stopResolvedRuns';
import { setKillSwitch } from '../../../database/operations/killSwitch/setKillSwitch';
import { getVersion } from '../../../database/operations/versions/getVersion';
import { publishVersion } from '../../../database/operations/versions/publishVersion';
import {
  getWorkflow,
  lockWorkflow,
} from '../../../database/operations/workflows/getWorkflow';
import { insertWorkflow } from '../../../database/operations/workflows/insertWorkflow';
import { saveWorkflowVersion } from '../../../database/operations/workflows/saveWorkflowVersion';
import { setEnabled } from '../../../database/operations/workflows/setEnabled';
import { Engine } from '../../../engine/Engine';
import {
  custom,
  engineUnderTest,
} from '../../../engine/testing/engineUnderTest';
import {
  definition,
  incidentContext,
  node,
} from '../../../engine/testing/fixtures';
import type { TableClaim } from '../../../engine/types';
import { retryExecution } from '../../../service/retry/retryExecution';
import { Receivers } from './Receivers';
import { type Answer, type Plan, RETRY } from './plans';

const actorRef = 'user:default/model';
const RETRY_POLICY = {
  attempts: RETRY.attempts,
  initialDelay: `${RETRY.firstMs / 1_000}s`,
  factor: RETRY.factor,
};

/** A request that hangs, of a worker that may or may not come back. */
export interface Hanging {
  release: (answer: Answer) => void;
  segment: Promise<void>;
}

/** The real store and engine, moved by the model's clock. */
export class RealSystem {
  readonly workflowIds: string[] = [];
  private readonly incidentIds = [newId(), newId()];
  private readonly episodes = [1, 1];

  private constructor(
    readonly knex: Knex,
    readonly receivers: Receivers,
    private readonly test: ReturnType<typeof engineUnderTest>,
  ) {}

  static async create(
    knex: Knex,
    workflows: ReadonlyArray<{ plan: Plan; endsWithIncident: boolean }>,
  ): Promise<RealSystem> {
    const receivers = new Receivers();
    const test = engineUnderTest(knex, { actions: receivers.actions });
    const { clock } = test;
    const system = new RealSystem(knex, receivers, test);
    for (const { plan, endsWithIncident } of workflows) {
      const id = await knex.transaction(trx =>
        insertWorkflow({
          trx,
          clock,
          name: `model ${system.workflowIds.length}`,
          description: 'of the model',
          definition: toDefinition(plan, endsWithIncident),
          actorRef,
        }),
      );
      system.workflowIds.push(id);
      await system.publish(id, 1);
      await system.enable(id);
    }
    return system;
  }

  get time(): number {
    return this.test.clock.read();
  }

  advance(ms: number) {
    this.test.clock.advance(ms);
  }

  /** An incident is heard of twice at once, as senders say things twice. Gives the runs by workflow. */
  async trigger(incident: number) {
    const made = await Promise.all([this.fire(incident), this.fire(incident)]);
    return made.flat().sort((one, other) => one.workflow - other.workflow);
  }

  async resolve(incident: number) {
    const { clock } = this.test;
    const { driver } = this.test.engine;
    const incidentId = this.incidentIds[incident];
    await this.knex.transaction(trx =>
      stopResolvedRuns({ trx, clock, driver, incidentIds: [incidentId] }),
    );
    this.episodes[incident] += 1;
  }

  /** What the matcher does with an event: runs of what is enabled, once for each episode. */
  private async fire(incident: number) {
    const { clock } = this.test;
    const { driver } = this.test.engine;
    const rows = await this.knex.transaction(async trx => {
      const workflows = await trx('workflows').where({ enabled: true });
      const executions = await Promise.all(
        workflows.map(async row => ({
          ...newExecution(
            await getVersion({
              knex: trx,
              workflowId: row.id,
              version: row.published_version,
            }),
          ),
          incidentId: this.incidentIds[incident],
          onceKey: `created:${incident}:${this.episodes[incident]}`,
        })),
      );
      const ids = await insertExecutions({ trx, clock, driver, executions });
      return trx('workflow_executions')
        .whereIn('id', ids)
        .select<Array<{ id: string; workflow_id: string }>>(
          'id',
          'workflow_id',
        );
    });
    return rows.map(row => ({
      id: row.id,
      workflow: this.workflowIds.indexOf(row.workflow_id),
    }));
  }

  claim(): Promise<TableClaim | undefined> {
    return this.test.claim();
  }

  /** Runs a segment until it ends, or until a request hangs. */
  async segment(
    claim: TableClaim,
    answers: Answer[],
  ): Promise<Hanging | undefined> {
    return new Promise((resolve, reject) => {
      this.receivers.willAnswer(answers, release =>
        resolve({ release, segment }),
      );
      const segment = this.test.run(claim);
      segment.then(() => resolve(undefined), reject);
    });
  }

  async cancel(id: string) {
    await Engine.create(this.test.engine).cancel(id, actorRef);
  }

  async retry(id: string, from: RetryExecutionRequest['from']) {
    const { knex } = this;
    const { clock } = this.test;
    const { driver } = this.test.engine;
    const request = { from };
    return retryExecution({
      knex,
      clock,
      driver,
      id,
      request,
      actorRef,
    });
  }

  async flip(on: boolean) {
    const { clock } = this.test;
    const reason = on ? 'the model says so' : undefined;
    await this.knex.transaction(trx =>
      setKillSwitch({ trx, clock, reason, actorRef }),
    );
  }

  async enable(id: string) {
    const { clock } = this.test;
    const { driver } = this.test.engine;
    await this.knex.transaction(trx =>
      setEnabled({ trx, clock, driver, id, enabled: true, actorRef }),
    );
  }

  async disable(id: string, cancel: Array<'PENDING' | 'WAITING'>) {
    const { clock } = this.test;
    const { driver } = this.test.engine;
    await this.knex.transaction(trx =>
      setEnabled({ trx, clock, driver, id, enabled: false, cancel, actorRef }),
    );
  }

  async edit(id: string, plan: Plan, endsWithIncident: boolean) {
    const { clock } = this.test;
    const { latest_version: latestVersion } = await getWorkflow({
      knex: this.knex,
      id,
    });
    await this.knex.transaction(trx =>
      saveWorkflowVersion({
        trx,
        clock,
        id,
        latestVersion,
        definition: toDefinition(plan, endsWithIncident),
        actorRef,
      }),
    );
    await this.publish(id, latestVersion + 1);
  }

  private async publish(id: string, version: number) {
    const { clock } = this.test;
    await this.knex.transaction(async trx => {
      const workflow = await lockWorkflow({ trx, id });
      await publishVersion({ trx, clock, workflow, version, actorRef });
    });
  }
}

function toDefinition(
  plan: Plan,
  stopWhenResolved: boolean,
): WorkflowDefinition {
  return definition(
    plan.map(({ id, kind }) =>
      kind === 'delay'
        ? node(id, 'delay', { duration: '1h' })
        : custom(id, `model:${kind}`, { retry: RETRY_POLICY }),
    ),
    { settings: { stopWhenResolved } },
  );
}

function newExecution(version: {
  workflow_id: string;
  version: number;
  definition: string;
}): NewExecution {
  return {
    workflowId: version.workflow_id,
    workflowName: 'model',
    version: version.version,
    definition: JSON.parse(version.definition),
    ownerRef: '',
    trigger: 'incident_created',
    context: incidentContext(),
  };
}
