import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { TriggerEntities } from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { newId } from '../database/newId';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { simpleDefinition } from '../testing/definitions';
import { insertTestExecution } from '../testing/insertTestExecution';
import { USERS, asUser, startPlugin } from '../testing/startPlugin';

const PAYMENTS = 'group:default/payments';
const STOREFRONT = 'group:default/storefront';

const entities: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'checkout',
      namespace: 'default',
      tags: ['tier-1'],
      annotations: { 'workflows/run': 'Opted in, Storefront only' },
    },
    spec: { type: 'service', lifecycle: 'production' },
    relations: [
      { type: 'ownedBy', targetRef: PAYMENTS },
      { type: 'partOf', targetRef: 'system:default/shop' },
    ],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name: 'shop', namespace: 'default' },
    relations: [{ type: 'partOf', targetRef: 'domain:default/commerce' }],
  },
];

function selecting(selected?: TriggerEntities) {
  const definition = simpleDefinition();
  return {
    ...definition,
    trigger: { ...definition.trigger, entities: selected },
  };
}

/** An incident with one event, as intake leaves it. */
async function addIncident(
  knex: Knex,
  options: { ownerRef: string; severity: string; app: string },
) {
  const { ownerRef, severity, app } = options;
  const id = newId();
  const incident = {
    id,
    status: 'triggered',
    severity,
    title: `Secret of ${ownerRef}`,
    labels: { app },
    ownerRef,
  };
  await knex('incidents').insert({
    id,
    source_id: 'test',
    incident_key: id,
    status: 'triggered',
    episode: 1,
    title: incident.title,
    owner_ref: ownerRef,
    folded: JSON.stringify(incident),
    created_at: 1,
    updated_at: 1,
  });
  await knex('incident_events').insert({
    id: newId(),
    incident_id: id,
    order_key: 'k',
    occurred_at: 1,
    event: '{}',
    context: JSON.stringify({ incident }),
    created_at: 1,
  });
  return id;
}

/** Allows everything, but for what is decided here by the permission's name. */
function policy(decisions: Record<string, PolicyDecision>) {
  return mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    authorizeConditional: async requests =>
      requests.map(
        ({ permission }) =>
          decisions[permission.name] ?? { result: AuthorizeResult.ALLOW },
      ),
  }).factory;
}

const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

function ofOwner(resourceType: string, owner: string): PolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'workflows',
    resourceType,
    conditions: { rule: 'IS_OWNER', resourceType, params: { claims: [owner] } },
  };
}

describe('the catalog in the API', () => {
  const databases = testDatabases();

  it.each(databases.eachSupportedId())(
    'lists the workflows that are for an entity, each with the reason, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const backend = await startPlugin({ knex, entities });
      const admin = backend.as(asUser(USERS.admin));
      const create = async (
        name: string,
        ownerRef?: string,
        selected?: TriggerEntities,
      ) => {
        const { body } = await admin
          .post('/workflows')
          .send({
            name,
            description: '',
            ownerRef,
            definition: selecting(selected),
          })
          .expect(201);
        return body;
      };
      await create('For all');
      await create('For the team', PAYMENTS);
      await create('Storefront only', STOREFRONT);
      await create('For services', undefined, {
        types: ['service'],
        domains: ['domain:default/commerce'],
      });
      await create('For websites', undefined, { types: ['website'] });
      await create('Opted in', undefined, { namedOnly: true });
      await create('Not opted in', undefined, { namedOnly: true });
      const changed = await create('Changed since', undefined, {
        types: ['service'],
      });
      await admin.post(`/workflows/${changed.id}/publish`).expect(200);
      await admin
        .put(`/workflows/${changed.id}`)
        .set('If-Match', '"1"')
        .send({ definition: selecting({ types: ['website'] }) })
        .expect(200);

      const path = '/workflows?entityRef=component:default/checkout';
      const { body } = await admin.get(path).expect(200);
      expect(
        Object.fromEntries(
          body.items.map((item: any) => [item.name, item.scope.reason]),
        ),
      ).toEqual({
        'For all': 'global',
        'For the team': 'owner',
        'For services': 'selected',
        'Opted in': 'named',
        'Changed since': 'selected',
      });
      expect(body.nextAfter).toBeUndefined();

      const paged: string[] = [];
      for (let after = ''; ; ) {
        const page = (await admin.get(`${path}&limit=2${after}`)).body;
        paged.push(...page.items.map((item: any) => item.name));
        if (!page.nextAfter) {
          break;
        }
        after = `&after=${page.nextAfter}`;
      }
      expect(paged).toEqual(body.items.map((item: any) => item.name));

      const elsewhere = await admin.get('/workflows?entityRef=component:x');
      expect(elsewhere.body.items.map((item: any) => item.name)).toEqual([
        'For all',
      ]);
      const plain = await admin.get('/workflows');
      expect(plain.body.items[0]).not.toHaveProperty('scope');
    },
  );

  it.each(databases.eachSupportedId())(
    'warns of owners and systems that are not there on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const backend = await startPlugin({ knex, entities });
      const { body } = await backend
        .as(asUser(USERS.member))
        .post('/workflows/validate')
        .send({
          definition: selecting({
            systems: ['system:default/shop', 'system:default/gone'],
          }),
        })
        .expect(200);
      expect(body.problems).toEqual([
        expect.objectContaining({
          code: 'entity_unknown',
          severity: 'warning',
          path: 'trigger.entities.systems.1',
        }),
      ]);
    },
  );

  it.each(databases.eachSupportedId())(
    'gives fields with values only of incidents that the caller may read on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      await addIncident(knex, {
        ownerRef: PAYMENTS,
        severity: 'critical',
        app: 'checkout',
      });
      await addIncident(knex, {
        ownerRef: STOREFRONT,
        severity: 'canary',
        app: 'canary',
      });
      const fieldsBy = async (decisions: Record<string, PolicyDecision>) => {
        const backend = await startPlugin({
          knex,
          features: [policy(decisions)],
        });
        const calls = backend.as(asUser(USERS.member));
        const { body } = await calls.get('/fields').expect(200);
        // From the cache.
        expect((await calls.get('/fields')).body).toEqual(body);
        return {
          text: JSON.stringify(body),
          of: (path: string) =>
            body.items.find((field: any) => field.path === path),
        };
      };

      const all = await fieldsBy({});
      expect(all.of('severity').values).toEqual([
        { value: 'canary', count: 1 },
        { value: 'critical', count: 1 },
      ]);

      const own = await fieldsBy({
        'incident.read': ofOwner('incident', PAYMENTS),
      });
      expect(own.of('severity').values).toEqual([
        { value: 'critical', count: 1 },
      ]);
      expect(own.of('labels.app')).toMatchObject({ type: 'text' });
      expect(own.text).not.toContain('canary');

      const none = await fieldsBy({ 'incident.read': DENY });
      expect(none.of('severity')).toMatchObject({ type: 'text' });
      expect(none.of('severity')).not.toHaveProperty('values');
      expect(none.of('labels.app')).toBeUndefined();
    },
  );

  it.each(databases.eachSupportedId())(
    'shows neither titles of incidents nor last runs that another permission guards on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const seedBackend = await startPlugin({ knex, entities });
      const { body: workflow } = await seedBackend
        .as(asUser(USERS.admin))
        .post('/workflows')
        .send({
          name: 'Tell',
          description: '',
          ownerRef: PAYMENTS,
          definition: simpleDefinition(),
        });
      const runs: string[] = [];
      for (const ownerRef of [PAYMENTS, STOREFRONT]) {
        const incidentId = await addIncident(knex, {
          ownerRef,
          severity: 'critical',
          app: 'a',
        });
        runs.push(
          await insertTestExecution(knex, {
            workflow_id: workflow.id,
            owner_ref: PAYMENTS,
            incident_id: incidentId,
          }),
        );
      }
      const seenBy = async (decisions: Record<string, PolicyDecision>) => {
        const backend = await startPlugin({
          knex,
          features: [policy(decisions)],
        });
        const calls = backend.as(asUser(USERS.member));
        const get = async (path: string) => (await calls.get(path)).body;
        return {
          titles: (await get('/executions')).items?.map(
            (item: any) => item.incidentTitle,
          ),
          details: await Promise.all(
            runs.map(
              async run => (await get(`/executions/${run}`)).incidentTitle,
            ),
          ),
          lastRuns: [
            (await get('/workflows')).items[0].lastExecution?.id,
            (await get(`/workflows/${workflow.id}`)).lastExecution?.id,
          ],
        };
      };

      const [own, others] = [PAYMENTS, STOREFRONT].map(o => `Secret of ${o}`);
      expect(await seenBy({})).toEqual({
        titles: [others, own],
        details: [own, others],
        lastRuns: [runs[1], runs[1]],
      });
      expect(
        await seenBy({ 'incident.read': ofOwner('incident', PAYMENTS) }),
      ).toMatchObject({
        titles: [undefined, own],
        details: [own, undefined],
      });
      expect(await seenBy({ 'incident.read': DENY })).toMatchObject({
        titles: [undefined, undefined],
        details: [undefined, undefined],
      });
      expect(await seenBy({ 'execution.read': DENY })).toMatchObject({
        lastRuns: [undefined, undefined],
      });
      expect(
        await seenBy({
          'execution.read': ofOwner('workflow-execution', STOREFRONT),
        }),
      ).toMatchObject({ lastRuns: [undefined, undefined] });
    },
  );

  it.each(databases.eachSupportedId())(
    'tells callers what they stand for on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const backend = await startPlugin({ knex });
      const get = async (user: string) =>
        (await backend.as(asUser(user)).get('/capabilities')).body;
      expect(await get(USERS.admin)).toMatchObject({ admin: true });
      expect(await get(USERS.member)).toEqual({
        admin: false,
        ownershipRefs: expect.arrayContaining([USERS.member, PAYMENTS]),
      });
    },
  );
});
