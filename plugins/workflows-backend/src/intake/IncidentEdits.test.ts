import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ticketsOf } from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { newId } from '../database/newId';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { TestIntake } from './__testUtils__/TestIntake';
import { addWorkflow } from './__testUtils__/addWorkflow';
import { alert, delivery } from './__testUtils__/alerts';

const entity = (name: string, owner: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: { type: 'service', owner },
});

const DISK = {
  system: 'jira',
  key: 'OPS-1',
  url: 'https://jira.example/OPS-1',
};

describe('IncidentEdits', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();
  let intake: TestIntake;
  let knex: Knex;
  afterEach(() => intake.stop());

  /** An incident that an alert opened, with a title and no entity. */
  async function open(id: TestDatabaseId, startsAt?: string) {
    knex = await migratedDatabase(databases, id);
    intake = await TestIntake.start({
      knex,
      entities: [entity('shop', 'group:default/web'), entity('db', 'dba')],
    });
    await intake.post('alerts', delivery(alert({ name: 'a', startsAt })));
    await intake.settled();
    const { id: incidentId } = await knex('incidents').first('id');
    return incidentId as string;
  }

  const runs = () => knex('workflow_executions').orderBy('id');

  it.each(ids)(
    'are events: folded, told of and matched as any other on %s',
    async id => {
      const incidentId = await open(id);
      await addWorkflow({
        knex,
        name: 'over',
        trigger: { type: 'state_changed', to: ['resolved'], conditions: [] },
      });
      const { changes, pokes } = intake;
      changes.length = 0;
      const edited = await intake.edits.apply({
        incidentId,
        editKey: 'e',
        patch: { status: 'resolved', severity: 'low' },
        actorRef: 'user:default/ada',
        causedBy: '019a0000-0000-7000-8000-000000000001',
      });
      expect(edited).toMatchObject({
        id: incidentId,
        status: 'resolved',
        severity: 'low',
        title: 'a is on fire',
      });
      const [run] = await runs();
      expect(JSON.parse(run.trigger_context)).toMatchObject({
        incident: { severity: 'low' },
        change: { from: 'triggered', to: 'resolved' },
      });
      expect(changes).toEqual([
        { kind: 'execution', id: run.id },
        { kind: 'incident', id: incidentId },
      ]);
      expect(intake.pokes).toBe(pokes + 1);
      expect(
        await knex('incident_events').orderBy('id', 'desc').first(),
      ).toMatchObject({
        delivery_id: null,
        actor_ref: 'user:default/ada',
        caused_by: '019a0000-0000-7000-8000-000000000001',
      });
    },
  );

  it.each(ids)('happen once for each key, also at once, on %s', async id => {
    const incidentId = await open(id);
    await addWorkflow({
      knex,
      name: 'changed',
      trigger: { type: 'state_changed', conditions: [] },
    });
    const edit = {
      incidentId,
      editKey: 'x'.repeat(1_000),
      patch: { status: 'acknowledged' as const },
    };
    await Promise.all(
      Array.from({ length: 10 }, () => intake.edits.apply(edit)),
    );
    expect(await intake.edits.apply(edit)).toMatchObject({
      status: 'acknowledged',
    });
    expect(await knex('incident_events')).toHaveLength(2);
    expect(await runs()).toHaveLength(1);
  });

  it.each(ids)(
    'win over what was known, also of a source that is ahead, and not over what comes later, on %s',
    async id => {
      const ahead = new Date(Date.now() + 4 * 60_000).toISOString();
      const incidentId = await open(id, ahead);
      const edited = await intake.edits.apply({
        incidentId,
        editKey: 'e',
        patch: { title: 'Disk full', status: 'resolved' },
      });
      expect(edited).toMatchObject({ title: 'Disk full', status: 'resolved' });

      const later = new Date(Date.now() + 4.5 * 60_000).toISOString();
      await intake.post(
        'alerts',
        delivery(alert({ name: 'a', startsAt: later })),
      );
      await intake.settled();
      expect(await knex('incidents').first()).toMatchObject({
        title: 'a is on fire',
        status: 'triggered',
        episode: 2,
      });
    },
  );

  it.each(ids)('set the entity for good, and take it back, on %s', async id => {
    const incidentId = await open(id);
    const set = (entityRef: string, editKey: string) =>
      intake.edits.apply({ incidentId, editKey, patch: {}, entityRef });
    const again = (startsAt: string, labels: Record<string, string>) =>
      intake.post('alerts', delivery(alert({ name: 'a', startsAt, labels })));

    expect(await set('component:default/shop', '1')).toMatchObject({
      entityRef: 'component:default/shop',
      ownerRef: 'group:default/web',
    });
    const soon = (ms: number) => new Date(Date.now() + ms).toISOString();
    await again(soon(60_000), {
      backstage_entity: 'component:default/db',
    });
    await intake.settled();
    expect(await knex('incidents').first()).toMatchObject({
      entity_ref: 'component:default/shop',
    });
    expect(await set('', '2')).toMatchObject({
      entityRef: 'component:default/db',
    });
  });

  it.each(ids)('add tickets to those that are known on %s', async id => {
    const incidentId = await open(id);
    const add = (...tickets: Array<typeof DISK & { state?: string }>) =>
      intake.edits.apply({ incidentId, editKey: newId(), patch: { tickets } });
    await add(DISK);
    await add({ ...DISK, system: 'linear' });
    const edited = await add({ ...DISK, state: 'Done' });
    expect(ticketsOf(edited)).toEqual([
      { ...DISK, state: 'Done' },
      { ...DISK, system: 'linear' },
    ]);
  });

  it.each(ids)(
    'leave an incident in its place without catalog on %s',
    async id => {
      const incidentId = await open(id);
      const edit = (patch: object, entityRef?: string) =>
        intake.edits.apply({ incidentId, editKey: newId(), patch, entityRef });
      await edit({}, 'component:default/shop');
      intake.catalogIsAway();
      // Another lookup than before, so that nothing is remembered of it.
      expect(await edit({ service: 'somewhere-else' })).toMatchObject({
        service: 'somewhere-else',
        entityRef: 'component:default/shop',
        ownerRef: 'group:default/web',
      });
    },
  );

  it.each(ids)('refuse an incident that is not there on %s', async id => {
    await open(id);
    await expect(
      intake.edits.apply({ incidentId: newId(), editKey: 'e', patch: {} }),
    ).rejects.toThrow('No incident with id');
  });
});
