import {
  type TestDatabaseId,
  mockServices,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { WorkflowsSignal } from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { EntityResolver } from '../catalog/EntityResolver';
import { EntityRules } from '../catalog/EntityRules';
import { ManualClock } from '../database/clock';
import { claimDue } from '../database/dueLoop/claimDue';
import { insertDeliveries } from '../database/operations/deliveries/insertDeliveries';
import type { IncidentDeliveryRow } from '../database/rows';
import { RunnableWorkflows } from '../matcher/RunnableWorkflows';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { DeliveryProcessor } from './DeliveryProcessor';
import { EventWriter } from './EventWriter';
import { alert, delivery } from './__testUtils__/alerts';
import { addWorkflow } from './__testUtils__/addWorkflow';
import { readSources } from './readSources';
import { alertmanagerSource } from './sources/alertmanager/alertmanagerSource';
import { genericSource } from './sources/generic/genericSource';
import { silentDriver } from '../testing/silentDriver';

const SHOP: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', namespace: 'default' },
  spec: { type: 'service', owner: 'group:default/web', system: 'store' },
};

const sources = new Map(
  readSources({
    config: new ConfigReader({
      workflows: {
        sources: {
          alerts: { type: 'alertmanager', insecure: true },
          pager: {
            type: 'generic',
            insecure: true,
            fields: {
              incidentKey: 'id',
              title: 'title',
              status: 'status',
              service: 'service',
              occurredAt: 'at',
            },
          },
        },
      },
    }),
    types: [alertmanagerSource, genericSource],
  }).map(source => [source.id, source]),
);

/** How the transactions of the events begin. */
type Begins = (
  begin: () => Promise<Knex.Transaction>,
) => Promise<Knex.Transaction>;

describe('DeliveryProcessor', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();

  async function setUp(id: TestDatabaseId) {
    const knex = await migratedDatabase(databases, id);
    const clock = new ManualClock();
    const catalog = catalogServiceMock({ entities: [SHOP] });
    const changes: WorkflowsSignal[] = [];
    let begins: Begins = begin => begin();
    const withTransactions = new Proxy(knex, {
      get: (target, name) =>
        name === 'transaction'
          ? () => begins(() => target.transaction())
          : Reflect.get(target, name),
    });
    const processor = DeliveryProcessor.create({
      knex,
      clock,
      sources,
      logger: mockServices.logger.mock(),
      resolver: EntityResolver.create({
        catalog,
        auth: mockServices.auth(),
        now: () => clock.read(),
      }),
      writer: EventWriter.create({
        knex: withTransactions,
        clock,
        driver: silentDriver,
        rules: EntityRules.create({ rules: [] }),
        workflows: RunnableWorkflows.create(),
        onWritten: changed => changes.push(...changed),
      }),
    });
    let count = 0;
    const deliver = (body: object, sourceId = 'pager') =>
      insertDeliveries({
        knex,
        clock,
        timeoutMs: 2_000,
        deliveries: [
          {
            sourceId,
            deliveryKey: `d${count++}`,
            body: JSON.stringify(body),
            headers: {},
          },
        ],
      });
    const claim = () =>
      claimDue<IncidentDeliveryRow>({
        knex,
        clock,
        table: 'incident_deliveries',
        leaseMs: 10_000,
        limit: 10,
        set: { attempts: knex.raw('attempts + 1') },
      });
    const processDue = async () => {
      const rows = await claim();
      for (const row of rows) {
        await processor.process(row);
      }
      return rows.length;
    };
    const deliveries = () => knex('incident_deliveries').orderBy('id');
    return {
      knex,
      clock,
      catalog,
      changes,
      processor,
      deliver,
      claim,
      processDue,
      deliveries,
      onTransaction: (next: Begins) => {
        begins = next;
      },
    };
  }

  const incidents = (knex: Knex) => knex('incidents').orderBy('id');

  it.each(ids)('finds entity, owner and system on %s', async id => {
    const { knex, deliver, processDue } = await setUp(id);
    await addWorkflow({ knex, name: 'web', ownerRef: 'group:default/web' });
    await addWorkflow({ knex, name: 'db', ownerRef: 'group:default/db' });
    await deliver({ id: 1, title: 't', status: 'triggered', service: 'shop' });
    await processDue();

    const place = {
      entity_ref: 'component:default/shop',
      owner_ref: 'group:default/web',
    };
    expect(await incidents(knex)).toMatchObject([
      { ...place, system_ref: 'system:default/store' },
    ]);
    const [run, ...others] = await knex('workflow_executions');
    expect(others).toEqual([]);
    expect(run).toMatchObject({
      workflow_name: 'web',
      entity_ref: 'component:default/shop',
    });
    expect(JSON.parse(run.trigger_context).entity.spec.type).toBe('service');
  });

  it.each(ids)(
    'keeps the entity when an event does not say it on %s',
    async id => {
      const { knex, clock, deliver, processDue } = await setUp(id);
      await deliver({
        id: 1,
        title: 't',
        status: 'triggered',
        service: 'shop',
      });
      await processDue();
      // Not from the cache: the lookup comes from what is known of the incident.
      clock.advance(60_000);
      await deliver({ id: 1, title: 't', status: 'resolved' });
      await processDue();
      expect(await incidents(knex)).toMatchObject([
        { status: 'resolved', entity_ref: 'component:default/shop' },
      ]);
    },
  );

  it.each(ids)(
    'tries again while the catalog is away, then goes without on %s',
    async id => {
      const { knex, clock, catalog, deliver, processDue, deliveries } =
        await setUp(id);
      jest
        .spyOn(catalog, 'queryEntities')
        .mockRejectedValue(new Error('no route'));
      await deliver({ id: 1, title: 't', service: 'shop' });
      for (const pause of [500, 1_000, 2_000]) {
        expect(await processDue()).toBe(1);
        expect(await deliveries()).toMatchObject([
          { state: 'received', error: expect.stringContaining('no route') },
        ]);
        clock.advance(pause - 1);
        expect(await processDue()).toBe(0);
        clock.advance(1);
      }
      expect(await processDue()).toBe(1);
      expect(await deliveries()).toMatchObject([
        { state: 'processed', error: null, attempts: 4 },
      ]);
      expect(await incidents(knex)).toMatchObject([{ entity_ref: null }]);
    },
  );

  it.each(ids)(
    'writes nothing at all when something goes wrong on %s',
    async id => {
      const { knex, clock, deliver, processDue, deliveries, changes } =
        await setUp(id);
      await addWorkflow({ knex, name: 'tell' });
      await deliver({ id: 1, title: 't', status: 'triggered' });
      await knex.schema.renameTable('workflow_executions', 'gone');
      for (let attempt = 1; attempt <= 12; attempt++) {
        expect(await processDue()).toBe(1);
        expect(await incidents(knex)).toEqual([]);
        expect(await knex('incident_events')).toEqual([]);
        clock.advance(60_000);
      }
      expect(await processDue()).toBe(0);
      expect(await deliveries()).toMatchObject([
        {
          state: 'failed',
          error: expect.stringMatching(/^Given up after 12 attempts: /),
        },
      ]);
      expect(changes).toEqual([]);
      await knex.schema.renameTable('gone', 'workflow_executions');
    },
  );

  it.each(ids)('writes nothing when its claim is lost on %s', async id => {
    const { knex, clock, claim, deliver, processor, deliveries, changes } =
      await setUp(id);
    await deliver({ id: 1, title: 't', status: 'triggered' });
    const [slow] = await claim();
    clock.advance(10_000);
    const [quick] = await claim();
    await processor.process(slow);
    expect(await incidents(knex)).toEqual([]);
    expect(await deliveries()).toMatchObject([{ state: 'received' }]);
    expect(changes).toEqual([]);

    await processor.process(quick);
    expect(await incidents(knex)).toHaveLength(1);
    expect(await deliveries()).toMatchObject([{ state: 'processed' }]);
  });

  it.each(ids)(
    'writes a large delivery in pieces, and holds it all the while, on %s',
    async id => {
      const { clock, changes, deliver, processDue, deliveries, onTransaction } =
        await setUp(id);
      const alerts = Array.from({ length: 120 }, (_, index) =>
        alert({ name: `a${String(index).padStart(3, '0')}` }),
      );
      await deliver(delivery(...alerts), 'alerts');
      const written: Array<[number, number | null]> = [];
      onTransaction(async begin => {
        clock.advance(6_000);
        const trx = await begin();
        const commit = trx.commit.bind(trx);
        trx.commit = (async () => {
          const [{ due_at: dueAt }] = await trx('incident_deliveries');
          written.push([
            (await trx('incidents').select('id')).length,
            dueAt && Number(dueAt) - clock.read(),
          ]);
          return commit();
        }) as never;
        return trx;
      });
      await processDue();
      expect(written).toEqual([
        [50, 10_000],
        [100, 10_000],
        [120, null],
      ]);
      expect(await deliveries()).toMatchObject([{ state: 'processed' }]);
      expect(changes.filter(({ kind }) => kind === 'incident')).toHaveLength(
        120,
      );
    },
  );

  it.each(ids)(
    'goes on with a large delivery where it ended, each event once, on %s',
    async id => {
      const {
        knex,
        clock,
        changes,
        deliver,
        processDue,
        deliveries,
        onTransaction,
      } = await setUp(id);
      await addWorkflow({ knex, name: 'tell' });
      const alerts = Array.from({ length: 120 }, (_, index) =>
        alert({ name: `a${String(index).padStart(3, '0')}` }),
      );
      await deliver(delivery(...alerts), 'alerts');
      let pieces = 0;
      onTransaction(async begin => {
        pieces += 1;
        if (pieces === 3) {
          throw new Error('connection terminated');
        }
        return begin();
      });
      await processDue();
      expect(await incidents(knex)).toHaveLength(100);
      expect(await deliveries()).toMatchObject([
        { state: 'received', error: 'connection terminated' },
      ]);
      clock.advance(500);
      await processDue();
      expect(await deliveries()).toMatchObject([{ state: 'processed' }]);
      expect(await knex('incident_events')).toHaveLength(120);
      expect(await knex('workflow_executions')).toHaveLength(120);
      expect(changes.filter(({ kind }) => kind === 'execution')).toHaveLength(
        120,
      );
    },
  );

  it.each(ids)('fails a delivery of a source that is gone on %s', async id => {
    const { deliver, processDue, deliveries } = await setUp(id);
    await deliver({}, 'removed');
    await processDue();
    expect(await deliveries()).toMatchObject([
      {
        state: 'failed',
        due_at: null,
        error: "No source 'removed' in the configuration",
      },
    ]);
  });

  it.each(ids)('keeps keys that are too long apart on %s', async id => {
    const { knex, deliver, processDue } = await setUp(id);
    const long = '🚨'.repeat(1_000);
    await deliver({ id: `${long}1`, title: 'one' });
    await deliver({ id: `${long}2`, title: 'two' });
    await processDue();
    expect((await incidents(knex)).map(row => row.incident_key)).toEqual([
      expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    ]);
  });
});
