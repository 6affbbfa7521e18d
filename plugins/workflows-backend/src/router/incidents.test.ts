import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ConfigReader } from '@backstage/config';
import { ServerPermissionClient } from '@backstage/plugin-permission-node';
import type { Knex } from 'knex';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { simpleDefinition } from '../testing/definitions';
import { USERS, asService, asUser, startPlugin } from '../testing/startPlugin';

const component = (name: string, owner: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: { type: 'service', owner },
  relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
});

async function settled(knex: Knex) {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    if (!(await knex('incident_deliveries').whereNotNull('due_at').first())) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  throw new Error('deliveries are still waiting');
}

/** What a portal has; a service's token is judged without asking a policy. */
const realPermissions = createServiceFactory({
  service: coreServices.permissions,
  deps: { auth: coreServices.auth, discovery: coreServices.discovery },
  factory: deps =>
    ServerPermissionClient.fromConfig(
      new ConfigReader({ permission: { enabled: true } }),
      deps,
    ),
});

describe('incidents by the API', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();

  async function start(
    id: (typeof ids)[number][0],
    features: Parameters<typeof startPlugin>[0]['features'] = [],
  ) {
    const knex = await migratedDatabase(databases, id);
    const backend = await startPlugin({
      knex,
      entities: [
        component('checkout', 'payments'),
        component('shop', 'storefront'),
      ],
      features,
    });
    return {
      knex,
      as: backend.as,
      admin: backend.as(asUser(USERS.admin)),
      member: backend.as(asUser(USERS.member)),
      stranger: backend.as(asUser(USERS.stranger)),
      ci: backend.as(asService('external:ci')),
      other: backend.as(asService('external:other')),
    };
  }

  const CHECKOUT = {
    entityRef: 'component:default/checkout',
    patch: { title: 'Checkout is slow', severity: 'critical' },
  };

  it.each(ids)(
    'are edited by who declared them, until a team owns them, on %s',
    async id => {
      const { knex, member, stranger } = await start(id);
      const { body } = await member
        .post('/incidents')
        .send({ patch: { title: 'Something is slow' } });
      await settled(knex);
      const path = `/incidents/${body.incidentId}`;
      const byStranger = await stranger.patch(path).send({ severity: 'low' });
      expect(byStranger.status).toBe(403);
      expect((await stranger.get(path)).body.editable).toBe(false);

      expect((await member.get(path)).body.editable).toBe(true);
      const placed = await member
        .patch(path)
        .send({ entityRef: 'component:default/shop' });
      expect([
        placed.status,
        placed.body.ownerRef,
        placed.body.editable,
      ]).toEqual([200, 'group:default/storefront', false]);
      const again = await member.patch(path).send({ severity: 'low' });
      expect(again.status).toBe(403);
    },
  );

  it.each(ids)(
    'are declared by people, who get the incident, on %s',
    async id => {
      const { knex, member } = await start(id);
      const { status, body } = await member.post('/incidents').send(CHECKOUT);
      expect([status, body]).toEqual([
        202,
        {
          status: 'accepted',
          deliveryId: expect.any(String),
          sourceId: 'portal',
          incidentKey: expect.any(String),
          incidentId: expect.any(String),
        },
      ]);
      const incident = await member.get(`/incidents/${body.incidentId}`);
      expect(incident.body).toMatchObject({
        title: 'Checkout is slow',
        status: 'triggered',
        episode: 1,
        ownerRef: 'group:default/payments',
        editable: true,
      });
      const { body: timeline } = await member.get(
        `/incidents/${body.incidentId}/timeline`,
      );
      expect(timeline.items).toMatchObject([
        { actorRef: USERS.member, deliveryId: body.deliveryId },
      ]);
      expect(await knex('incident_deliveries')).toMatchObject([
        { id: body.deliveryId, state: 'processed' },
      ]);
    },
  );

  it.each(ids)(
    'are told of by services under their own names on %s',
    async id => {
      const { knex, ci, other } = await start(id);
      const tell = (as: typeof ci, patch: object, key: string) =>
        as
          .post('/incidents')
          .set('Idempotency-Key', key)
          .send({ incidentKey: 'deploy-7', patch });
      const first = await tell(ci, { title: 'Bad', status: 'triggered' }, 'a');
      const copy = await tell(ci, { title: 'Other', status: 'resolved' }, 'a');
      await tell(other, { title: 'Worse', status: 'triggered' }, 'a');
      await settled(knex);
      await tell(ci, { status: 'resolved' }, 'b');
      await settled(knex);
      expect([first.status, first.body.status, copy.body.status]).toEqual([
        202,
        'accepted',
        'duplicate',
      ]);
      expect(copy.body.deliveryId).toBe(first.body.deliveryId);
      expect(
        await knex('incidents')
          .orderBy('id')
          .select('source_id', 'title', 'status'),
      ).toEqual([
        { source_id: 'api:external:ci', title: 'Bad', status: 'resolved' },
        {
          source_id: 'api:external:other',
          title: 'Worse',
          status: 'triggered',
        },
      ]);
    },
  );

  it.each(ids)(
    'of a repeated request are one, with its key, on %s',
    async id => {
      const { knex, member } = await start(id);
      const post = () =>
        member.post('/incidents').set('Idempotency-Key', 'k').send(CHECKOUT);
      const answers = await Promise.all(Array.from({ length: 5 }, post));
      expect(new Set(answers.map(({ body }) => body.incidentKey)).size).toBe(1);
      expect(new Set(answers.map(({ body }) => body.incidentId)).size).toBe(1);
      expect(await knex('incidents')).toHaveLength(1);
    },
  );

  it.each(ids)('need enough to be one on %s', async id => {
    const { knex, member, ci } = await start(id);
    const bad: Array<[typeof member, object, RegExp]> = [
      [member, { patch: {} }, /body\.patch\.title/],
      [member, { patch: { title: ' ' } }, /body\.patch\.title/],
      [
        member,
        { incidentKey: 'x', patch: { title: 't' } },
        /body\.incidentKey: only services/,
      ],
      [
        ci,
        { patch: { title: 't', sev: 'x' } },
        /body\/patch must NOT have additional/,
      ],
      [ci, { incidentKey: 'x', occurredAt: 'now', patch: {} }, /occurredAt/],
    ];
    for (const [as, body, message] of bad) {
      const answer = await as.post('/incidents').send(body);
      expect([answer.status, answer.body.error.message]).toEqual([
        400,
        expect.stringMatching(message),
      ]);
    }
    const key = await ci
      .post('/incidents')
      .set('Idempotency-Key', 'a b')
      .send(CHECKOUT);
    expect(key.status).toBe(400);
    expect(await knex('incident_deliveries')).toEqual([]);
  });

  it.each(ids)('are told of only with the permission on %s', async id => {
    const denied = ['incident.create'];
    const permissions = mockServices.permissions.mock({
      authorize: async requests =>
        requests.map(({ permission }) => ({
          result: denied.includes(permission.name)
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
        })),
      authorizeConditional: async requests =>
        requests.map(() => ({ result: AuthorizeResult.ALLOW })) as never,
    });
    const { knex, member } = await start(id, [permissions.factory]);
    const answer = await member.post('/incidents').send(CHECKOUT);
    expect([answer.status, answer.body.error.message]).toEqual([
      403,
      expect.stringContaining('incident.create'),
    ]);
    expect(await knex('incident_deliveries')).toEqual([]);
  });

  it.each(ids)('are changed by those who own them on %s', async id => {
    const { member, stranger, ci, other } = await start(id);
    const { body } = await member.post('/incidents').send(CHECKOUT);
    const path = `/incidents/${body.incidentId}`;
    for (const as of [stranger, other]) {
      const refused = await as.patch(path).send({ status: 'resolved' });
      expect([refused.status, refused.body.error.message]).toEqual([
        403,
        expect.stringContaining('group:default/payments'),
      ]);
      expect((await as.get(path)).body.editable).toBe(false);
    }
    const edit = (as: typeof ci, request: object) =>
      as.patch(path).set('Idempotency-Key', 'k').send(request);
    const edited = await edit(member, {
      status: 'acknowledged',
      labels: { region: 'eu' },
    });
    expect(edited.body).toMatchObject({
      status: 'acknowledged',
      title: 'Checkout is slow',
      editable: true,
    });
    // The same key: done already. Another caller's key is another key.
    await edit(member, { status: 'closed' });
    await edit(ci, { priority: 'P1' });

    const { body: timeline } = await member.get(`${path}/timeline`);
    expect(timeline.items).toMatchObject([
      {
        actorRef: 'external:ci',
        changes: [{ field: 'priority', to: 'P1' }],
      },
      {
        actorRef: USERS.member,
        changes: [
          { field: 'status', from: 'triggered', to: 'acknowledged' },
          { field: 'labels.region', to: 'eu' },
        ],
      },
      { actorRef: USERS.member },
    ]);
  });

  it.each(ids)('of nobody are changed by admins on %s', async id => {
    const { member, stranger, admin } = await start(id);
    const { body } = await stranger
      .post('/incidents')
      .send({ patch: { title: 'Somewhere' } });
    const path = `/incidents/${body.incidentId}`;
    const set = (as: typeof admin, entityRef: string | null) =>
      as.patch(path).send({ entityRef });
    expect((await set(member, 'component:default/checkout')).status).toBe(403);
    const unknown = await set(admin, 'component:default/nowhere');
    expect([unknown.status, unknown.body.error.message]).toEqual([
      400,
      "body.entityRef: the catalog has no 'component:default/nowhere'",
    ]);
    expect((await set(admin, 'no ref')).status).toBe(400);
    expect((await set(admin, 'Component:checkout')).body).toMatchObject({
      entityRef: 'component:default/checkout',
      ownerRef: 'group:default/payments',
    });
    expect((await set(member, 'component:default/shop')).body).toMatchObject({
      ownerRef: 'group:default/storefront',
      editable: false,
    });
    expect((await set(admin, null)).body.entityRef).toBeUndefined();
    expect((await admin.patch(path).send({})).status).toBe(400);
  });

  it.each(ids)('tell what came of each event, in pages, on %s', async id => {
    const { knex, admin, member } = await start(id);
    const { body: workflow } = await admin.post('/workflows').send({
      name: 'Tell',
      description: '',
      definition: simpleDefinition(),
    });
    await admin.post(`/workflows/${workflow.id}/publish`);
    await admin.post(`/workflows/${workflow.id}/enable`);
    const { body } = await member.post('/incidents').send(CHECKOUT);
    const path = `/incidents/${body.incidentId}/timeline`;
    for (const severity of ['high', 'low']) {
      await admin.patch(`/incidents/${body.incidentId}`).send({ severity });
    }
    const first = (await member.get(`${path}?limit=2`)).body;
    expect(first.items.map((item: any) => item.changes)).toEqual([
      [{ field: 'severity', from: 'high', to: 'low' }],
      [{ field: 'severity', from: 'critical', to: 'high' }],
    ]);
    const rest = (await member.get(`${path}?after=${first.nextAfter}`)).body;
    expect(rest.nextAfter).toBeUndefined();
    const [run] = await knex('workflow_executions');
    expect(rest.items).toMatchObject([
      {
        event: { patch: { title: 'Checkout is slow' } },
        executions: [
          { id: run.id, workflowId: workflow.id, workflowName: 'Tell' },
        ],
      },
    ]);
    expect(
      (await member.get(`/incidents/${workflow.id}/timeline`)).status,
    ).toBe(404);
  });

  it.each(ids)(
    'are no way around the restrictions of a token on %s',
    async id => {
      let permissionNames = ['incident.read'];
      const httpAuth = mockServices.httpAuth.mock({
        credentials: async () =>
          mockCredentials.service('external:limited', {
            permissionNames,
          }) as never,
      });
      const { knex, ci: limited } = await start(id, [
        realPermissions,
        httpAuth.factory,
      ]);
      const refused = await limited.post('/incidents').send(CHECKOUT);
      expect(refused.status).toBe(403);
      expect(await knex('incident_deliveries')).toEqual([]);
      permissionNames = ['incident.create'];
      expect((await limited.post('/incidents').send(CHECKOUT)).status).toBe(
        202,
      );
      expect((await limited.get('/incidents')).status).toBe(403);
    },
  );
});
