import type { TestDatabaseId } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { ManualClock } from '../database/clock';
import { newId } from '../database/newId';
import {
  foldedRow,
  newIncidentRow,
} from '../database/operations/incidents/incidentRow';
import { saveIncidents } from '../database/operations/incidents/saveIncidents';
import type { Intake } from '../intake/Intake';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { DefaultIncidentsService } from './DefaultIncidentsService';

const clock = new ManualClock(Date.UTC(2026, 10, 22));

describe('DefaultIncidentsService', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();

  async function setUp(id: TestDatabaseId) {
    const knex = await migratedDatabase(databases, id);
    return {
      knex,
      service: DefaultIncidentsService.create({
        knex,
        catalog: catalogServiceMock(),
        // Lists need none.
        intake: {} as Intake,
      }),
    };
  }

  it.each(ids)('lists newest first, in pages, on %s', async id => {
    const { knex, service } = await setUp(id);
    for (const title of ['one', 'two', 'three']) {
      await add(knex, { title });
    }
    const first = await service.list({ limit: 2 });
    expect(first.items.map(({ title }) => title)).toEqual(['three', 'two']);
    const second = await service.list({ limit: 2, after: first.nextAfter });
    expect(second.items.map(({ title }) => title)).toEqual(['one']);
    expect(second.nextAfter).toBeUndefined();
  });

  it.each(ids)('filters before it pages on %s', async id => {
    const { knex, service } = await setUp(id);
    await add(knex, { title: 'Disk 100% full', ownerRef: 'group:default/a' });
    await add(knex, { title: 'Disk slow', ownerRef: 'group:default/b' });
    await add(knex, { title: 'Nobody’s', entityRef: 'component:default/c' });
    const titles = async (query: Parameters<typeof service.list>[0]) =>
      (await service.list(query)).items.map(({ title }) => title);

    expect(await titles({ search: 'DISK' })).toEqual([
      'Disk slow',
      'Disk 100% full',
    ]);
    expect(await titles({ search: '%' })).toEqual(['Disk 100% full']);
    expect(await titles({ entityRef: 'component:default/c' })).toHaveLength(1);
    expect(await titles({ status: 'resolved' })).toEqual([]);
    expect(
      await titles({ filter: { ownerRefs: ['group:default/a'] }, limit: 1 }),
    ).toEqual(['Disk 100% full']);
    expect(
      await titles({ filter: { not: { ownerRefs: ['group:default/a'] } } }),
    ).toEqual(['Nobody’s', 'Disk slow']);
    expect(await titles({ filter: { ownerRefs: [''] } })).toEqual(['Nobody’s']);
  });

  it.each(ids)(
    'gives one, without what the catalog does not know, on %s',
    async id => {
      const { knex, service } = await setUp(id);
      const incidentId = await add(knex, {
        title: 'one',
        ownerRef: 'group:default/a',
      });
      const incident = await service.get(incidentId);
      expect(incident).toMatchObject({
        id: incidentId,
        sourceId: 'alerts',
        title: 'one',
        status: 'triggered',
        ownerRef: 'group:default/a',
        createdAt: '2026-11-22T00:00:00.000Z',
      });
      // What the payload named is no entity until the catalog knows it.
      expect(incident.entityRef).toBeUndefined();
      await expect(service.get(newId())).rejects.toThrow('No incident with id');
    },
  );
});

async function add(
  knex: Knex,
  options: {
    title: string;
    ownerRef?: string;
    entityRef?: string;
  },
): Promise<string> {
  const { title, ownerRef, entityRef } = options;
  return knex.transaction(async trx => {
    const name = { sourceId: 'alerts', incidentKey: newId() };
    const row = foldedRow(newIncidentRow(name, clock.read()), {
      folded: {
        status: 'triggered',
        episode: 1,
        title,
        labels: {},
        metadata: {},
        entityRef: 'component:default/unknown',
        startedAt: '2026-11-22T10:00:00Z',
      },
      last: { occurredAt: '2026-11-22T10:00:00Z', orderKey: 'k' },
      ages: {},
      place: { ownerRef, entityRef, resolution: {} },
      nowMs: clock.read(),
    });
    await saveIncidents({ trx, rows: [row] });
    return row.id;
  });
}
