import type { Entity } from '@backstage/catalog-model';
import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type {
  TriggerConfig,
  WorkflowDefinition,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { simpleDefinition } from '../testing/definitions';
import { USERS, asService, asUser, startPlugin } from '../testing/startPlugin';

const checkout: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', namespace: 'default' },
  spec: { type: 'service', owner: 'payments' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
};

const manual: TriggerConfig = {
  type: 'manual',
  conditions: [{ field: 'severity', value: 'critical' }],
};

async function settled(knex: Knex) {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    if (!(await knex('incident_deliveries').whereNotNull('due_at').first())) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  throw new Error('deliveries are still waiting');
}

describe('workflows and incidents', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();

  async function setUp(id: TestDatabaseId) {
    const knex = await migratedDatabase(databases, id);
    const backend = await startPlugin({ knex, entities: [checkout] });
    const ci = backend.as(asService('external:ci'));
    const callers = {
      member: backend.as(asUser(USERS.member)),
      stranger: backend.as(asUser(USERS.stranger)),
      admin: backend.as(asUser(USERS.admin)),
      service: backend.as(asService('external:other')),
    };
    const addWorkflow = async (
      trigger: TriggerConfig,
      more: {
        settings?: WorkflowDefinition['settings'];
        ownerRef?: string;
        enable?: boolean;
      } = {},
    ) => {
      const { settings = {}, enable = true } = more;
      const { ownerRef = 'group:default/payments' } = more;
      const created = await callers.admin.post('/workflows').send({
        name: `w${Math.random()}`,
        description: 'd',
        ...(ownerRef && { ownerRef }),
        definition: { ...simpleDefinition(), trigger, settings },
      });
      expect(created.status).toBe(201);
      const path = `/workflows/${created.body.id}`;
      await callers.admin.post(`${path}/publish`);
      if (enable) {
        await callers.admin.post(`${path}/enable`);
      }
      return created.body.id as string;
    };
    const say = async (severity: string, incidentKey = 'k', title = 'Slow') => {
      await ci
        .post('/incidents')
        .send({
          incidentKey,
          entityRef: 'component:default/checkout',
          patch: { title, severity, status: 'triggered' },
        })
        .expect(202);
      await settled(knex);
      const { body } = await callers.admin.get('/incidents');
      return body.items[0].id as string;
    };
    return { knex, ...callers, addWorkflow, say };
  }

  it.each(ids)(
    'are brought together by hand, once per key, on %s',
    async id => {
      const { member, addWorkflow, say } = await setUp(id);
      const incidentId = await say('critical');
      const workflowId = await addWorkflow(manual);
      const run = (key?: string) => {
        const call = member.post(`/workflows/${workflowId}/executions`);
        return (key ? call.set('Idempotency-Key', key) : call).send({
          incidentId,
        });
      };
      const first = await run('a');
      expect([first.status, first.body]).toEqual([
        201,
        expect.objectContaining({
          workflowId,
          incidentId,
          trigger: 'manual',
          requestedBy: USERS.member,
          entityRef: 'component:default/checkout',
        }),
      ]);
      expect((await run('a')).body.id).toBe(first.body.id);
      expect((await run('b')).body.id).not.toBe(first.body.id);
      expect((await run()).status).toBe(201);
      const { body } = await member.get(`/executions?workflowId=${workflowId}`);
      expect(body.items).toHaveLength(3);
    },
  );

  it.each(ids)('are not, where the workflow is not for it, on %s', async id => {
    const { knex, admin, addWorkflow, say } = await setUp(id);
    const incidentId = await say('warning');
    const run = async (workflowId: string, of = incidentId) => {
      const { status, body } = await admin
        .post(`/workflows/${workflowId}/executions`)
        .send({ incidentId: of });
      return [status, body.error?.message];
    };
    const asks = await addWorkflow(manual);
    expect(await run(asks)).toEqual([
      409,
      expect.stringContaining(
        'the condition severity equals "critical" does not hold; it is "warning"',
      ),
    ]);
    const others = await addWorkflow(
      { type: 'manual', conditions: [] },
      { ownerRef: 'group:default/storefront' },
    );
    expect(await run(others)).toEqual([
      409,
      expect.stringContaining('entity or team'),
    ]);
    const off = await addWorkflow(
      { type: 'manual', conditions: [] },
      { enable: false },
    );
    expect(await run(off)).toEqual([
      409,
      expect.stringContaining('is disabled'),
    ]);
    const once = await addWorkflow(
      { type: 'manual', conditions: [] },
      { settings: { once: { per: 'incident' } } },
    );
    expect((await run(once))[0]).toBe(201);
    expect(await run(once)).toEqual([
      409,
      expect.stringContaining('runs once per incident, and has: execution'),
    ]);
    expect((await run(once, '01900000-0000-7000-8000-000000000000'))[0]).toBe(
      404,
    );
    expect(await knex('workflow_executions')).toHaveLength(1);
  });

  it.each(ids)('are run by those who may, on %s', async id => {
    const { member, stranger, admin, service, addWorkflow, say } = await setUp(
      id,
    );
    const incidentId = await say('critical');
    const team = await addWorkflow(manual);
    const global = await addWorkflow(manual, { ownerRef: '' });
    const statuses = async (workflowId: string) =>
      Promise.all(
        [member, stranger, admin, service].map(
          async caller =>
            (
              await caller
                .post(`/workflows/${workflowId}/executions`)
                .send({ incidentId })
            ).status,
        ),
      );
    expect(await statuses(team)).toEqual([201, 403, 201, 403]);
    expect(await statuses(global)).toEqual([201, 201, 201, 403]);
  });

  it.each(ids)('say of each event why, or why not, on %s', async id => {
    const { admin, addWorkflow, say } = await setUp(id);
    await say('critical');
    const workflowId = await addWorkflow(
      {
        type: 'incident_updated',
        changed: ['severity'],
        conditions: [
          { field: 'title', operator: 'notEquals', value: 'Secret' },
        ],
      },
      { settings: { once: { per: 'incident' } } },
    );
    await say('critical', 'k', 'Slower');
    await say('warning', 'k', 'Secret');
    await admin.put('/kill-switch').send({ on: true, reason: 'a test' });
    await say('info');
    await admin.put('/kill-switch').send({ on: false });
    await admin.post(`/workflows/${workflowId}/disable`).send({});
    const incidentId = await say('critical');
    await admin.post(`/workflows/${workflowId}/enable`).send({});
    await say('warning');

    const { status, body } = await admin.get(
      `/incidents/${incidentId}/explain?workflowId=${workflowId}`,
    );
    expect([status, body.workflowId]).toEqual([200, workflowId]);
    expect(
      body.events.map(({ outcome, version, killSwitch }: any) => [
        outcome,
        version,
        killSwitch,
      ]),
    ).toEqual([
      ['not_created', undefined, undefined],
      ['trigger', 1, undefined],
      ['conditions', 1, undefined],
      ['ran', undefined, true],
      ['disabled', 1, undefined],
      ['once', 1, undefined],
    ]);
    const [, , conditions, ran, , once] = body.events;
    expect(conditions.conditions.conditions).toMatchObject([
      { field: 'title', actual: 'Secret', holds: false },
    ]);
    expect(once.executionId).toBe(ran.executionId);
  });
});
