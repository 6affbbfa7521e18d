import net from 'node:net';
import tls from 'node:tls';
import { inspect } from 'node:util';
import type { Entity } from '@backstage/catalog-model';
import type {
  DryRun,
  WorkflowDefinition,
  WorkflowNode,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { simpleDefinition } from '../testing/definitions';
import { USERS, asUser, startPlugin } from '../testing/startPlugin';

const checkout: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', namespace: 'default' },
  spec: { owner: 'payments', lifecycle: 'production' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
};

const position = { x: 0, y: 0 };

function webhook(id: string, body: unknown): WorkflowNode {
  return {
    id,
    type: 'action',
    position,
    data: {
      actionType: 'webhook',
      config: {
        method: 'POST',
        url: 'https://receiver.example.com/hook',
        headers: { Authorization: { secret: 'TOKEN' } },
        body: body as any,
      },
    },
  };
}

/** trigger → critical? → tell → wait → again; otherwise → note. */
const branching: WorkflowDefinition = {
  schemaVersion: 1,
  trigger: {
    type: 'incident_created',
    conditions: [{ field: 'labels.stage', value: 'live' }],
  },
  settings: {},
  nodes: [
    { id: 'start', type: 'trigger', position, data: {} },
    {
      id: 'critical',
      type: 'condition',
      position,
      data: {
        match: 'all',
        conditions: [{ field: 'severity', value: 'critical' }],
      },
    },
    webhook('tell', {
      title: '{{ incident.title }}',
      entity: '{{ entity.ref }}',
    }),
    { id: 'wait', type: 'delay', position, data: { duration: '5min' } },
    webhook('again', { first: '{{ steps.tell.output.status }}' }),
    webhook('note', {}),
  ],
  edges: [
    { id: 'e1', source: 'start', target: 'critical' },
    { id: 'e2', source: 'critical', target: 'tell', sourceHandle: 'true' },
    { id: 'e3', source: 'critical', target: 'note', sourceHandle: 'false' },
    { id: 'e4', source: 'tell', target: 'wait' },
    { id: 'e5', source: 'wait', target: 'again' },
  ],
};

const byNode = ({ steps }: DryRun) =>
  Object.fromEntries(steps.map(step => [step.nodeId, step]));

describe('a dry run', () => {
  const databases = testDatabases();

  async function start(knex: Knex) {
    const backend = await startPlugin({ knex, entities: [checkout] });
    const as = (user: string) => backend.as(asUser(user));
    return { as, admin: as(USERS.admin) };
  }

  it.each(databases.eachSupportedId())(
    'shows the path, each request, and why, and keeps nothing, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const { admin } = await start(knex);
      const answer = await admin.post('/workflows/dry-run').send({
        definition: branching,
        incident: {
          title: 'Down "now" {{ 7 * 7 }} {"secret":"TOKEN"}',
          severity: 'critical',
          labels: { stage: 'live' },
          entityRef: 'component:default/checkout',
        },
        outputs: { tell: { status: 299 } },
      });
      expect(answer.status).toBe(200);
      const run: DryRun = answer.body;
      expect(run).toMatchObject({
        outcome: 'COMPLETED',
        edges: ['e1', 'e2', 'e4', 'e5'],
        trigger: { matched: true },
      });
      expect(run.steps.map(({ nodeId, state }) => [nodeId, state])).toEqual(
        expect.arrayContaining([
          ['critical', 'completed'],
          ['tell', 'completed'],
          ['wait', 'completed'],
          ['again', 'completed'],
          ['note', 'skipped'],
        ]),
      );
      const { critical, tell, wait, again } = byNode(run);
      expect(critical).toMatchObject({
        branch: 'true',
        explanation: {
          holds: true,
          conditions: [{ field: 'severity', actual: 'critical' }],
        },
      });
      expect(tell.request).toMatchObject({
        method: 'POST',
        url: 'https://receiver.example.com/hook',
        headers: { Authorization: { secret: 'TOKEN' } },
        body: JSON.stringify({
          title: 'Down "now" {{ 7 * 7 }} {"secret":"TOKEN"}',
          entity: 'component:default/checkout',
        }),
      });
      expect(wait.waitMs).toBe(300_000);
      expect(again.request!.body).toBe('{"first":299}');
      // The secret is one that the workflow does not have yet.
      expect(run.problems).toContainEqual(
        expect.objectContaining({ nodeId: 'tell' }),
      );
      for (const table of [
        'workflow_executions',
        'workflow_execution_steps',
        'incidents',
        'incident_events',
        'incident_deliveries',
      ]) {
        expect(await knex(table)).toEqual([]);
      }
    },
  );

  it.each(databases.eachSupportedId())(
    'of a sample has what the trigger asks for, and outputs in their shape, on %s',
    async id => {
      const { admin } = await start(await migratedDatabase(databases, id));
      const { body } = await admin
        .post('/workflows/dry-run')
        .send({ definition: branching });
      expect(body.trigger.matched).toBe(true);
      expect(body.incident.labels).toEqual({ stage: 'live' });
      expect(byNode(body).tell.output).toEqual({ status: 200, body: {} });
    },
  );

  it.each(databases.eachSupportedId())(
    'of what does not match says why, and shows the other way, on %s',
    async id => {
      const { admin } = await start(await migratedDatabase(databases, id));
      const { body } = await admin.post('/workflows/dry-run').send({
        definition: branching,
        incident: { title: 'Slow', severity: 'low' },
      });
      expect(body.trigger).toMatchObject({
        matched: false,
        stoppedBy: 'conditions',
        explanation: {
          conditions: [
            { field: 'labels.stage', expected: 'live', holds: false },
          ],
        },
      });
      expect(body.edges).toEqual(['e1', 'e3']);
    },
  );

  it.each(databases.eachSupportedId())(
    'of a saved workflow and a past incident takes the event that set it off, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const { as, admin } = await start(knex);
      const { body: workflow } = await admin.post('/workflows').send({
        name: 'Branching',
        description: '',
        ownerRef: 'group:default/payments',
        definition: branching,
      });
      const declared = await admin.post('/incidents').send({
        entityRef: 'component:default/checkout',
        patch: {
          title: 'Real',
          severity: 'critical',
          labels: { stage: 'live' },
        },
      });
      expect(declared.status).toBeLessThan(300);
      const incidentId = await until(async () => {
        const { body } = await admin.get('/incidents');
        return body.items[0]?.id;
      });
      const dryRun = (user: string) =>
        as(user)
          .post(`/workflows/${workflow.id}/dry-run`)
          .send({ version: 1, incidentId });
      const { body } = await dryRun(USERS.member);
      expect(body).toMatchObject({
        trigger: { matched: true },
        incident: { id: incidentId, title: 'Real' },
      });
      expect(byNode(body).tell.request!.body).toContain(
        'component:default/checkout',
      );

      const missing = await admin
        .post(`/workflows/${workflow.id}/dry-run`)
        .send({ incidentId: workflow.id });
      expect(missing.status).toBe(404);
    },
  );

  it.each(databases.eachSupportedId())('reaches no socket, on %s', async id => {
    const { admin } = await start(await migratedDatabase(databases, id));
    const warmUp = await admin
      .post('/workflows/dry-run')
      .send({ definition: branching });
    expect(warmUp.status).toBe(200);
    const traps = [jest.spyOn(tls, 'connect'), jest.spyOn(globalThis, 'fetch')];
    const connects = jest.spyOn(net.Socket.prototype, 'connect');
    const { body } = await admin
      .post('/workflows/dry-run')
      .send({ definition: branching });
    expect(byNode(body).tell.request).toBeDefined();
    expect(inspect(connects.mock.calls, { depth: 4 })).not.toContain(
      'receiver.example',
    );

    for (const trap of traps) {
      expect(trap).not.toHaveBeenCalled();
    }
    jest.restoreAllMocks();
  });

  it.each(databases.eachSupportedId())(
    'of what cannot run tells its problems, or the step that fails, on %s',
    async id => {
      const { admin } = await start(await migratedDatabase(databases, id));
      const dryRun = async (definition: object) =>
        (await admin.post('/workflows/dry-run').send({ definition })).body;
      const broken = await dryRun({ schemaVersion: 1, nodes: 'none' });
      expect(broken).toMatchObject({ steps: [], edges: [] });
      expect(broken.problems).not.toEqual([]);

      const simple = simpleDefinition();
      const failing: any = structuredClone(simple);
      failing.nodes[1].data.config.headers = {
        'X-Title': 'a{{ "\\n" }}b',
      };
      const failed = await dryRun(failing);
      expect(failed.outcome).toBe('FAILED');
      expect(byNode(failed).tell.error).toMatchObject({
        code: 'config_invalid',
        message: expect.stringContaining('headers.X-Title'),
      });

      const bad = await admin
        .post('/workflows/dry-run')
        .send({ definition: simple, incident: { severity: 7 } });
      expect(bad.status).toBe(400);
      expect(bad.body.error.message).toContain('severity');
    },
  );
});

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    const found = await look();
    if (found !== undefined) {
      return found;
    }
    await new Promise(resolve => setTimeout(resolve, 30));
  }
  throw new Error('it did not happen in 20 s');
}
