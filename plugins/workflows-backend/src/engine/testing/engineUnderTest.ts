import { mockServices } from '@backstage/backend-test-utils';
import { tracingServiceMock } from '@backstage/backend-test-utils/alpha';
import type {
  WorkflowDefinition,
  WorkflowNode,
} from 'backstage-plugin-workflows-common';
import type { WorkflowAction } from 'backstage-plugin-workflows-node';
import type { Knex } from 'knex';
import { ActionRegistry } from '../../actions/ActionRegistry';
import { webhookAction } from '../../actions/webhook/webhookAction';
import { ManualClock } from '../../database/clock';
import { claimExecutions } from '../../database/operations/executions/claimExecutions';
import type { NewExecution } from '../../database/operations/executions/insertExecutions';
import type { WorkflowExecutionRow } from '../../database/rows';
import { EgressGateway } from '../../egress/EgressGateway';
import { EngineObserver } from '../../observability/EngineObserver';
import { readEgressConfig } from '../../egress/readEgressConfig';
import { testMetrics } from '../../observability/testing/testMetrics';
import { RunWrites } from '../RunWrites';
import { TableExecutionDriver } from '../TableExecutionDriver';
import { runSegment } from '../runSegment';
import type { EngineOptions, TableClaim } from '../types';
import { node, startExecution } from './fixtures';

const EGRESS = readEgressConfig(
  mockServices.rootConfig({
    data: {
      workflows: { egress: { allow: ['127.0.0.1'], allowPublic: false } },
    },
  }),
);

const NO_SECRETS = {
  resolve: async () => {
    throw new Error('no secrets here');
  },
};

/** An engine that claims and runs only when the test says so, by the test's clock. */
export function engineUnderTest(
  knex: Knex,
  options: { actions?: WorkflowAction[] } & Partial<
    Omit<EngineOptions, 'actions'>
  > = {},
) {
  const { actions = [], ...rest } = options;
  const clock = new ManualClock();
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const onChange = jest.fn();
  const { metrics, recorded: measured } = testMetrics();
  const tracing = tracingServiceMock.mock();
  const observer = EngineObserver.create({ metrics, tracing, logger });
  const driver = TableExecutionDriver.create({ knex, clock, logger });
  const egress = EgressGateway.create({ config: EGRESS });
  const base: Omit<EngineOptions, 'writes'> = {
    knex,
    clock,
    driver,
    logger,
    observer,
    onChange,
    actions: ActionRegistry.create({ actions: [webhookAction, ...actions] }),
    egressFor: workflowId => egress.for({ workflowId, secrets: NO_SECRETS }),
    loadIncident: async () => undefined,
    recordTickets: async () => {},
    random: () => 1,
    ...rest,
  };
  const engine: EngineOptions = { ...base, writes: RunWrites.create(base) };

  async function claim(): Promise<TableClaim | undefined> {
    const [row] = await claimExecutions({
      knex,
      clock,
      leaseMs: 10_000,
      limit: 1,
    });
    return (
      row && { executionId: row.id, epoch: row.epoch, row, leaseMs: 10_000 }
    );
  }

  return {
    engine,
    clock,
    logger,
    measured,
    onChange,
    claim,
    start: (
      definition: WorkflowDefinition,
      overrides?: Partial<NewExecution>,
    ) => startExecution({ knex, clock, definition, overrides }),
    run: (claimed: TableClaim, signal = new AbortController().signal) =>
      runSegment(engine, claimed, signal),
    /** Runs every due segment until none is left. */
    async drain() {
      for (let next = await claim(); next; next = await claim()) {
        await runSegment(engine, next, new AbortController().signal);
      }
    },
    execution: (id: string) =>
      knex<WorkflowExecutionRow>('workflow_executions').where({ id }).first(),
    /** Steps by node. */
    async steps(id: string): Promise<Record<string, any>> {
      const rows = await knex('workflow_execution_steps').where({
        execution_id: id,
      });
      return Object.fromEntries(
        rows.map(row => [
          row.node_id,
          {
            ...row,
            output: row.output && JSON.parse(row.output),
            error: row.error && JSON.parse(row.error),
            explanation: row.explanation && JSON.parse(row.explanation),
          },
        ]),
      );
    },
    async attempts(id: string, nodeId: string): Promise<any[]> {
      const rows = await knex('workflow_step_attempts')
        .join(
          'workflow_execution_steps',
          'workflow_execution_steps.id',
          'workflow_step_attempts.step_id',
        )
        .where({ execution_id: id, node_id: nodeId })
        .orderBy('attempt')
        .select('workflow_step_attempts.*');
      return rows.map(row => ({
        ...row,
        error: row.error && JSON.parse(row.error),
        response: row.response && JSON.parse(row.response),
      }));
    },
  };
}

/** A webhook node. */
export function webhook(
  id: string,
  url: string,
  data: Record<string, unknown> = {},
): WorkflowNode {
  const { config, ...rest } = data as { config?: object };
  return node(id, 'action', {
    actionType: 'webhook',
    config: {
      method: 'POST',
      url,
      body: { title: '{{ incident.title }}' },
      ...config,
    },
    ...rest,
  } as any);
}

/** A node of a test's own action. */
export function custom(
  id: string,
  actionType: string,
  data: Record<string, unknown> = {},
): WorkflowNode {
  return node(id, 'action', { actionType, config: {}, ...data } as any);
}
