import {
  type TestDatabaseId,
  mockServices,
} from '@backstage/backend-test-utils';
import type {
  AgeTrigger,
  IncidentStatus,
  OrderedIncidentEvent,
  WorkflowDefinition,
  WorkflowsSignal,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { EntityRules } from '../catalog/EntityRules';
import { ManualClock } from '../database/clock';
import { claimDue } from '../database/dueLoop/claimDue';
import { insertVersion } from '../database/operations/versions/insertVersion';
import { publishVersion } from '../database/operations/versions/publishVersion';
import { lockWorkflow } from '../database/operations/workflows/getWorkflow';
import { insertWorkflow } from '../database/operations/workflows/insertWorkflow';
import { setEnabled } from '../database/operations/workflows/setEnabled';
import type { IncidentRow } from '../database/rows';
import { EventWriter } from '../intake/EventWriter';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { AgeTimers } from './AgeTimers';
import { RunnableWorkflows } from './RunnableWorkflows';
import { silentDriver } from '../testing/silentDriver';

const actorRef = 'user:default/guest';
const MINUTE = 60_000;

function definition(
  trigger: Partial<AgeTrigger>,
  settings: WorkflowDefinition['settings'] = {},
): WorkflowDefinition {
  return {
    schemaVersion: 1,
    nodes: [],
    edges: [],
    trigger: {
      type: 'age',
      state: 'open',
      longerThan: '15min',
      conditions: [],
      ...trigger,
    },
    settings,
  };
}

/** A backend's age timers, with what it takes to let incidents happen. */
class Ages {
  readonly signals: WorkflowsSignal[] = [];
  private readonly timers: AgeTimers;
  private readonly writer: EventWriter;
  private said = 0;

  constructor(readonly knex: Knex, readonly clock: ManualClock) {
    const workflows = RunnableWorkflows.create();
    this.timers = AgeTimers.create({
      knex,
      clock,
      driver: silentDriver,
      workflows,
      logger: mockServices.logger.mock(),
      onChange: signal => this.signals.push(signal),
      pokeEngine: () => {},
    });
    this.writer = EventWriter.create({
      knex,
      clock,
      driver: silentDriver,
      workflows,
      rules: EntityRules.create({ rules: [] }),
      onWritten: () => {},
    });
  }

  /** Says something of an incident, by the sender's clock `atMs` ago. */
  async say(
    incidentKey: string,
    status?: IncidentStatus,
    more: Partial<OrderedIncidentEvent['patch']> & { agoMs?: number } = {},
  ) {
    const { agoMs = 0, ...patch } = more;
    const said = {
      sourceId: 's',
      origin: {},
      events: [
        {
          incidentKey,
          occurredAt: new Date(this.clock.read() - agoMs).toISOString(),
          orderKey: String((this.said += 1)).padStart(6, '0'),
          patch: { ...(status && { status }), ...patch },
        },
      ],
    };
    const resolve = async () => ({ resolution: { by: 'none' } } as any);
    await this.writer.write(said, resolve);
  }

  /** What the loop does when it looks. */
  async look() {
    const due = await claimDue<IncidentRow>({
      knex: this.knex,
      clock: this.clock,
      table: 'incidents',
      leaseMs: 5_000,
      limit: 1_000,
    });
    for (const { id } of due) {
      await this.timers.look(id);
    }
    return due.length;
  }

  /** Lets time pass, looking every second; gives when runs were made, in seconds. */
  async pass(ms: number): Promise<number[]> {
    const from = this.clock.read();
    const fired: number[] = [];
    for (let at = 0; at < ms; at += 1_000) {
      this.clock.advance(1_000);
      const before = (await this.runs()).length;
      await this.look();
      const made = (await this.runs()).length - before;
      fired.push(
        ...Array(made).fill(Math.round((this.clock.read() - from) / 1_000)),
      );
    }
    return fired;
  }

  async add(name: string, of: WorkflowDefinition, enable = true) {
    const { knex, clock } = this;
    const id = await knex.transaction(trx =>
      insertWorkflow({
        trx,
        clock,
        name,
        description: name,
        definition: of,
        actorRef,
      }),
    );
    await this.publish(id, 1);
    if (enable) {
      await this.enable(id);
    }
    return id;
  }

  async enable(id: string, enabled = true) {
    const { knex, clock } = this;
    await knex.transaction(trx =>
      setEnabled({
        trx,
        clock,
        driver: silentDriver,
        id,
        enabled,
        actorRef,
      }),
    );
  }

  async publish(id: string, version: number, of?: WorkflowDefinition) {
    const { knex, clock } = this;
    await knex.transaction(async trx => {
      if (of) {
        await insertVersion({
          trx,
          clock,
          workflowId: id,
          version,
          definition: of,
          authorRef: actorRef,
        });
      }
      const workflow = await lockWorkflow({ trx, id });
      await publishVersion({ trx, clock, workflow, version, actorRef });
    });
  }

  async runs() {
    return this.knex('workflow_executions').orderBy('id');
  }
}

describe('age timers', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();

  async function setUp(id: TestDatabaseId) {
    const knex = await migratedDatabase(databases, id);
    return new Ages(knex, new ManualClock());
  }

  it.each(ids)('fire once when the time is over, on %s', async id => {
    const ages = await setUp(id);
    const workflowId = await ages.add('old', definition({ longerThan: '90s' }));
    await ages.say('i', 'triggered');
    expect(await ages.pass(5 * MINUTE)).toEqual([90]);
    const [run] = await ages.runs();
    expect(run).toMatchObject({
      workflow_id: workflowId,
      trigger: 'age',
      status: 'PENDING',
    });
    expect(ages.signals).toEqual([{ kind: 'execution', id: run.id }]);
    expect(await ages.knex('incidents').first()).toMatchObject({
      due_at: null,
    });
  });

  it.each(ids)(
    'look at an incident only when one may fire, on %s',
    async id => {
      const ages = await setUp(id);
      await ages.say('before', 'triggered');
      await ages.add('a', definition({ longerThan: '60s' }));
      await ages.add('b', definition({ longerThan: '120s' }));
      await ages.say('i', 'triggered');
      const looks: number[] = [];
      for (let second = 1; second <= 200; second++) {
        ages.clock.advance(1_000);
        if ((await ages.look()) > 0) {
          looks.push(second);
        }
      }
      expect(looks).toEqual([60, 120]);
    },
  );

  it.each(ids)('count from the status, and stop with it, on %s', async id => {
    const ages = await setUp(id);
    await ages.add(
      'waits',
      definition(
        { state: 'unacknowledged', longerThan: '60s' },
        { once: { per: 'event' } },
      ),
    );
    await ages.say('i', 'triggered');
    expect(await ages.pass(50_000)).toEqual([]);
    await ages.say('i', 'acknowledged');
    expect(await ages.pass(100_000)).toEqual([]);
    await ages.say('i', 'triggered');
    expect(await ages.pass(100_000)).toEqual([60]);
    await ages.say('i', 'resolved');
    await ages.say('i', 'triggered');
    await ages.say('i', 'closed');
    expect(await ages.pass(100_000)).toEqual([]);
  });

  it.each(ids)('fire once more in the next episode, on %s', async id => {
    const ages = await setUp(id);
    await ages.add('old', definition({ longerThan: '60s' }));
    await ages.say('i', 'triggered');
    expect(await ages.pass(30_000)).toEqual([]);
    await ages.say('i', 'resolved');
    expect(await ages.pass(90_000)).toEqual([]);
    await ages.say('i', 'triggered');
    expect(await ages.pass(200_000)).toEqual([60]);
  });

  it.each(ids)('count by the sender’s clock, on %s', async id => {
    const ages = await setUp(id);
    await ages.add('old', definition({ longerThan: '60s' }));
    await ages.say('a', 'triggered', { agoMs: 40_000 });
    await ages.say('b', 'triggered', { agoMs: 3_600_000 });
    expect(await ages.pass(60_000)).toEqual([1, 20]);
  });

  it.each(ids)(
    'never fire on what was there before the workflow was enabled, on %s',
    async id => {
      const ages = await setUp(id);
      await ages.say('before', 'triggered');
      await ages.pass(10_000);
      const workflowId = await ages.add(
        'old',
        definition({ longerThan: '60s' }),
      );
      expect(await ages.pass(100_000)).toEqual([]);
      await ages.enable(workflowId, false);
      await ages.say('between', 'triggered');
      ages.clock.advance(1_000);
      await ages.enable(workflowId);
      expect(await ages.pass(100_000)).toEqual([]);
    },
  );

  it.each(ids)(
    'fire on what was there before, if the trigger says so, on %s',
    async id => {
      const ages = await setUp(id);
      const includeExisting = true;
      await ages.say('old', 'triggered', { agoMs: 3_600_000 });
      await ages.say('young', 'triggered');
      await ages.say('over', 'resolved');
      await ages.pass(10_000);
      await ages.add('a', definition({ longerThan: '60s', includeExisting }));
      await ages.add('b', definition({ longerThan: '30s', includeExisting }));
      expect(await ages.pass(100_000)).toEqual([1, 1, 20, 50]);
    },
  );

  it.each(ids)('follow the published version, on %s', async id => {
    const ages = await setUp(id);
    const workflowId = await ages.add('old', definition({ longerThan: '1h' }));
    await ages.say('young', 'triggered');
    await ages.say('older', 'triggered', { agoMs: 100_000 });
    await ages.publish(workflowId, 2, definition({ longerThan: '60s' }));
    // The older one had reached the new age before; nobody waits for it.
    expect(await ages.pass(100_000)).toEqual([60]);
    expect(await ages.runs()).toMatchObject([{ version: 2 }]);
  });

  it.each(ids)('ask the conditions at that moment only, on %s', async id => {
    const ages = await setUp(id);
    const conditions = [{ field: 'severity', value: 'critical' }];
    await ages.add('old', definition({ longerThan: '60s', conditions }));
    await ages.add('other', definition({ longerThan: '90s' }));
    await ages.say('i', 'triggered', { severity: 'warning' });
    expect(await ages.pass(70_000)).toEqual([]);
    await ages.say('i', undefined, { severity: 'critical' });
    expect(await ages.pass(100_000)).toEqual([20]);
    expect(await ages.runs()).toMatchObject([{ workflow_name: 'other' }]);
  });

  it.each(ids)(
    'survive a restart, and replicas share them, on %s',
    async id => {
      const ages = await setUp(id);
      await ages.add('old', definition({ longerThan: '60s' }));
      for (let count = 0; count < 20; count++) {
        await ages.say(`i${count}`, 'triggered');
      }
      ages.clock.advance(300_000);
      const replicas = [1, 2].map(() => new Ages(ages.knex, ages.clock));
      const looks = await Promise.all(replicas.map(replica => replica.look()));
      expect(looks[0] + looks[1]).toBe(20);
      expect(await ages.runs()).toHaveLength(20);
      expect(await replicas[0].look()).toBe(0);
    },
  );

  it.each(ids)('take over from a replica that died, on %s', async id => {
    const ages = await setUp(id);
    await ages.add('old', definition({ longerThan: '60s' }));
    await ages.say('i', 'triggered');
    ages.clock.advance(60_000);
    await claimDue({
      knex: ages.knex,
      clock: ages.clock,
      table: 'incidents',
      leaseMs: 5_000,
      limit: 1,
    });
    expect(await ages.pass(10_000)).toEqual([5]);
  });
});
