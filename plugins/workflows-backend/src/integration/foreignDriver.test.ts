import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  type TestDatabaseId,
  mockServices,
} from '@backstage/backend-test-utils';
import type {
  TriggerConfig,
  WorkflowDefinition,
} from 'backstage-plugin-workflows-common';
import { workflowsExecutionDriverExtensionPoint } from 'backstage-plugin-workflows-node';
import { testExecutionDriver } from 'backstage-plugin-workflows-node/testUtils';
import { databaseClock as clock } from '../database/clock';
import { Receiver } from '../engine/testing/receiver';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { simpleDefinition } from '../testing/definitions';
import { USERS, asService, asUser, startPlugin } from '../testing/startPlugin';
import { QueueDriver } from './__testUtils__/QueueDriver';
import { eventually } from './__testUtils__/eventually';

const logger = mockServices.logger.mock();
const PATIENCE_MS = 15_000;

/** A wait between the trigger and the webhook. */
function withDelay(
  definition: WorkflowDefinition,
  duration: string,
): WorkflowDefinition {
  const position = { x: 100, y: 0 };
  const [start, tell] = definition.nodes;
  return {
    ...definition,
    nodes: [
      start,
      { id: 'wait', type: 'delay', position, data: { duration } },
      tell,
    ],
    edges: [
      { id: 'e1', source: 'start', target: 'wait' },
      { id: 'e2', source: 'wait', target: 'tell' },
    ],
  };
}

describe('a driver that knows only what the port tells it', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await Receiver.start();
  });
  afterEach(() => receiver.stop());

  describe.each(ids)('on %s', id => {
    testExecutionDriver(async () => {
      const knex = await databases.init(id);
      await QueueDriver.createTable(knex);
      const createDriver = () => QueueDriver.create({ knex, clock, logger });
      return { knex, createDriver };
    });
  });

  async function setUp(id: TestDatabaseId) {
    const knex = await migratedDatabase(databases, id);
    await QueueDriver.createTable(knex);
    const backend = await startPlugin({
      knex,
      config: { egress: { allow: ['127.0.0.1'] } },
      features: [moduleWith(QueueDriver.create({ knex, clock, logger }))],
    });
    const admin = backend.as(asUser(USERS.admin));
    const ci = backend.as(asService('external:ci'));
    const addWorkflow = async (
      trigger: TriggerConfig,
      more: { delay?: string; settings?: WorkflowDefinition['settings'] } = {},
    ): Promise<string> => {
      const { delay, settings = {} } = more;
      const drawn = {
        ...simpleDefinition({ url: receiver.url }),
        trigger,
        settings,
      };
      const { body } = await admin
        .post('/workflows')
        .send({
          name: `w${Math.random()}`,
          description: 'd',
          definition: delay ? withDelay(drawn, delay) : drawn,
        })
        .expect(201);
      await admin.post(`/workflows/${body.id}/publish`).expect(200);
      await admin.post(`/workflows/${body.id}/enable`).expect(200);
      return body.id;
    };
    const say = async (
      status: 'triggered' | 'resolved' = 'triggered',
      incidentKey = 'k',
    ): Promise<string> => {
      const patch = { title: 'Slow', severity: 'critical', status };
      await ci.post('/incidents').send({ incidentKey, patch }).expect(202);
      const { id: incidentId } = await eventually(
        () =>
          knex('incidents')
            .where({ incident_key: incidentKey, status })
            .first(),
        row => row !== undefined,
        PATIENCE_MS,
      );
      return incidentId;
    };
    const runByHand = async (workflowId: string, incidentId: string) => {
      const { body } = await admin
        .post(`/workflows/${workflowId}/executions`)
        .send({ incidentId })
        .expect(201);
      return body.id as string;
    };
    /** Waits until a workflow's runs, the oldest first, are in these states. */
    const runs = (workflowId: string, ...statuses: string[]) =>
      eventually<any[]>(
        () =>
          knex('workflow_executions')
            .where({ workflow_id: workflowId })
            .orderBy('id'),
        rows => rows.map(({ status }) => status).join() === statuses.join(),
        PATIENCE_MS,
      );
    const queued = () => QueueDriver.queued(knex);
    return { knex, admin, addWorkflow, say, runByHand, runs, queued };
  }

  it.each(ids)(
    'runs what incidents, people and time set off, on %s',
    async id => {
      const { admin, addWorkflow, say, runByHand, runs, queued } = await setUp(
        id,
      );
      const created = await addWorkflow(
        { type: 'incident_created', conditions: [] },
        { delay: '1s' },
      );
      const aged = await addWorkflow({
        type: 'age',
        state: 'open',
        longerThan: '1s',
        conditions: [],
      });
      const manual = await addWorkflow({ type: 'manual', conditions: [] });
      const incidentId = await say();
      await runByHand(manual, incidentId);
      const [first] = await runs(created, 'COMPLETED');
      await runs(aged, 'COMPLETED');
      await runs(manual, 'COMPLETED');
      await admin
        .post(`/executions/${first.id}/retry`)
        .send({ from: 'start' })
        .expect(201);
      await runs(created, 'COMPLETED', 'COMPLETED');
      expect(receiver.received).toHaveLength(4);
      expect(await queued()).toEqual([]);
    },
  );

  it.each(ids)(
    'ends what is cancelled, resolved, disabled or deleted, on %s',
    async id => {
      const { admin, addWorkflow, say, runs, queued } = await setUp(id);
      const trigger: TriggerConfig = {
        type: 'incident_created',
        conditions: [],
      };
      const settings = { stopWhenResolved: true };
      const delay = '1d';
      const resolved = await addWorkflow(trigger, { delay, settings });
      const cancelled = await addWorkflow(trigger, { delay });
      const disabled = await addWorkflow(trigger, { delay });
      const deleted = await addWorkflow(trigger, { delay });
      await say();
      const [run] = await runs(cancelled, 'WAITING');
      for (const one of [resolved, disabled, deleted]) {
        await runs(one, 'WAITING');
      }
      expect(await queued()).toHaveLength(4);
      await say('resolved');
      await runs(resolved, 'CANCELLED');
      await admin.post(`/executions/${run.id}/cancel`).expect(200);
      await admin
        .post(`/workflows/${disabled}/disable`)
        .send({ waiting: 'cancel' })
        .expect(200);
      expect(await queued()).toHaveLength(1);
      await admin.delete(`/workflows/${deleted}`).expect(204);
      expect(await queued()).toEqual([]);
      expect(receiver.received).toEqual([]);
    },
  );

  it.each(ids)('keeps to the kill switch and to limits, on %s', async id => {
    const { admin, addWorkflow, say, runByHand, runs, queued } = await setUp(
      id,
    );
    const manual = await addWorkflow(
      { type: 'manual', conditions: [] },
      { delay: '1s', settings: { concurrency: 1 } },
    );
    const incidentId = await say();
    await admin
      .put('/kill-switch')
      .send({ on: true, reason: 'a test' })
      .expect(200);
    const ran = [
      await runByHand(manual, incidentId),
      await runByHand(manual, incidentId),
    ];
    // Told to ask again, not to forget.
    await new Promise(resolve => setTimeout(resolve, 300));
    await runs(manual, 'PENDING', 'PENDING');
    expect(await queued()).toEqual([...ran].sort());
    await admin.put('/kill-switch').send({ on: false }).expect(200);
    await runs(manual, 'WAITING', 'PENDING');
    await runs(manual, 'COMPLETED', 'COMPLETED');
    expect(await queued()).toEqual([]);
  });
});

function moduleWith(driver: QueueDriver) {
  return createBackendModule({
    pluginId: 'workflows',
    moduleId: 'queue-driver',
    register(env) {
      env.registerInit({
        deps: { extension: workflowsExecutionDriverExtensionPoint },
        init: async ({ extension }) => extension.setDriver(driver),
      });
    },
  });
}
