import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { EntityRules } from '../catalog/EntityRules';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { TestIntake } from './__testUtils__/TestIntake';
import { addWorkflow } from './__testUtils__/addWorkflow';
import { alert, delivery } from './__testUtils__/alerts';

function service(name: string, annotations: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'service' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/shop' }],
  };
}

const entities = [
  service('cart', { 'workflows/incident-service': 'basket, SVC-1' }),
  service('search', { 'workflows/run': 'Opted in' }),
];

const entityRules = EntityRules.create({
  rules: [
    {
      key: 'workflows.catalog.rules[0]',
      when: [{ field: 'sourceId', value: 'alerts' }],
      entityRef: '{{ labels.workload }}',
    },
  ],
});

describe('the entity of an incident', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();
  let intake: TestIntake | undefined;
  let knex: Knex;

  async function start(id: TestDatabaseId) {
    knex = await migratedDatabase(databases, id);
    intake = await TestIntake.start({ knex, entities, entityRules });
    return intake;
  }

  async function resolved(name: string) {
    const [row] = await knex('incidents').where({
      incident_key: `fingerprint-of-${name}`,
    });
    return {
      entity: row.entity_ref,
      owner: row.owner_ref,
      ...JSON.parse(row.entity_resolution),
    };
  }

  afterEach(async () => {
    await intake?.stop();
    intake = undefined;
  });

  it.each(ids)('is kept with how it was found, on %s', async id => {
    const test = await start(id);
    await test.post(
      'alerts',
      delivery(
        alert({ name: 'listed', labels: { service: 'svc-1' } }),
        alert({ name: 'ruled', labels: { workload: 'search' } }),
        alert({ name: 'named', labels: { service: 'search' } }),
        alert({ name: 'lost', labels: { workload: 'gone', service: 'x' } }),
      ),
    );
    await test.settled();

    const owner = 'group:default/shop';
    expect(await resolved('listed')).toEqual({
      entity: 'component:default/cart',
      owner,
      resolvedBy: 'annotation',
      by: 'workflows/incident-service: svc-1',
    });
    expect(await resolved('ruled')).toEqual({
      entity: 'component:default/search',
      owner,
      resolvedBy: 'rule',
      by: 'workflows.catalog.rules[0]',
    });
    expect(await resolved('named')).toMatchObject({
      resolvedBy: 'name',
      by: 'search',
    });
    expect(await resolved('lost')).toEqual({
      entity: null,
      owner: null,
      unknown: ['gone'],
    });
  });

  it.each(ids)('decides which workflows run, on %s', async id => {
    const test = await start(id);
    const trigger = { type: 'incident_created' as const, conditions: [] };
    const add = (name: string, ownerRef: string, selected: object) =>
      addWorkflow({
        knex,
        name,
        ownerRef,
        trigger: { ...trigger, entities: selected },
      });
    await add('Opted in', '', { namedOnly: true });
    await add('Services', '', { types: ['service'] });
    await add('Websites', '', { types: ['website'] });
    await add('Opted in elsewhere', 'group:default/other', {});
    await test.post(
      'alerts',
      delivery(
        alert({ name: 'a', labels: { workload: 'search' } }),
        alert({ name: 'b', labels: { workload: 'cart' } }),
        alert({ name: 'c' }),
      ),
    );
    await test.settled();

    const runs = await knex('workflow_executions').select(
      'workflow_name',
      'entity_ref',
    );
    expect(
      runs.map(run => `${run.workflow_name} for ${run.entity_ref}`).sort(),
    ).toEqual([
      'Opted in for component:default/search',
      'Services for component:default/cart',
      'Services for component:default/search',
    ]);
  });
});
