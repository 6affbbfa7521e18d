import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type {
  OrderedIncidentEvent,
  WorkflowsSignal,
} from 'backstage-plugin-workflows-common';
import { EntityRules } from '../catalog/EntityRules';
import { ManualClock } from '../database/clock';
import { RunnableWorkflows } from '../matcher/RunnableWorkflows';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { EventWriter } from './EventWriter';
import { addWorkflow } from './__testUtils__/addWorkflow';
import { silentDriver } from '../testing/silentDriver';

const T0 = Date.parse('2026-01-01T00:00:00Z');

describe('writes that come at about the same time', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();

  async function setUp(id: TestDatabaseId) {
    const knex = await migratedDatabase(databases, id);
    const clock = new ManualClock();
    const changes: WorkflowsSignal[] = [];
    const commits = jest.fn();
    knex.on('query', ({ sql }) => /^commit/i.test(sql) && commits());
    const createWriter = () =>
      EventWriter.create({
        knex,
        clock,
        driver: silentDriver,
        rules: EntityRules.create({ rules: [] }),
        workflows: RunnableWorkflows.create(),
        onWritten: changed => changes.push(...changed),
      });
    let count = 0;
    const said = (
      incidentKey: string,
      status: 'triggered' | 'resolved' = 'triggered',
    ): OrderedIncidentEvent => {
      const at = count++;
      return {
        incidentKey,
        occurredAt: new Date(T0 + at * 1_000).toISOString(),
        orderKey: `${at}`,
        patch: { title: incidentKey, status },
      };
    };
    const write = (
      writer: EventWriter,
      events: OrderedIncidentEvent[],
      delivery?: { claim: { id: string; epoch: number } },
    ) =>
      writer.write(
        { sourceId: 's', origin: {}, events, delivery },
        async () => ({
          resolution: {},
        }),
      );
    const incidents = () => knex('incidents').orderBy('incident_key');
    return { knex, changes, commits, createWriter, said, write, incidents };
  }

  it.each(ids)('share a transaction on %s', async id => {
    const { knex, changes, commits, createWriter, said, write, incidents } =
      await setUp(id);
    await addWorkflow({ knex, name: 'tell' });
    const writer = createWriter();
    commits.mockClear();
    const events = Array.from({ length: 10 }, (_, at) => said(`i${at}`));
    await Promise.all(events.map(event => write(writer, [event])));
    expect(commits).toHaveBeenCalledTimes(1);
    expect(await incidents()).toHaveLength(10);
    expect(await knex('workflow_executions')).toHaveLength(10);
    expect(changes.filter(({ kind }) => kind === 'execution')).toHaveLength(10);
  });

  it.each(ids)('keep the order of an incident on %s', async id => {
    const { knex, createWriter, said, write, incidents } = await setUp(id);
    await addWorkflow({
      knex,
      name: 'changed',
      trigger: { type: 'state_changed', conditions: [] },
    });
    const writer = createWriter();
    const events = [
      said('a'),
      said('b'),
      said('a', 'resolved'),
      said('a'),
      said('b', 'resolved'),
    ];
    await Promise.all(
      // The first once more, as after a replay.
      [...events, events[0]].map(event => write(writer, [event])),
    );
    expect(await incidents()).toMatchObject([
      { incident_key: 'a', status: 'triggered', episode: 2 },
      { incident_key: 'b', status: 'resolved', episode: 1 },
    ]);
    expect(await knex('incident_events')).toHaveLength(5);
    expect(await knex('workflow_executions')).toHaveLength(3);
  });

  it.each(ids)('fail each for itself on %s', async id => {
    const { createWriter, said, write, incidents } = await setUp(id);
    const writer = createWriter();
    const written = await Promise.allSettled([
      write(writer, [said('a')]),
      // Nobody has this claim.
      write(writer, [said('lost')], { claim: { id: 'gone', epoch: 1 } }),
      write(writer, [{ ...said('bad'), occurredAt: 'never' }]),
      write(writer, [said('d')]),
    ]);
    expect(written.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect((await incidents()).map(row => row.incident_key)).toEqual([
      'a',
      'd',
    ]);
  });

  it.each(ids)(
    'make an incident once, from several backends, on %s',
    async id => {
      const { knex, createWriter, said, write, incidents } = await setUp(id);
      await addWorkflow({ knex, name: 'tell' });
      const writers = Array.from({ length: 4 }, createWriter);
      const keys = Array.from({ length: 20 }, (_, at) => `i${at}`);
      await Promise.all(
        writers.flatMap(writer =>
          keys.map(key => write(writer, [said(key), said(key)])),
        ),
      );
      expect(await incidents()).toHaveLength(20);
      expect(await knex('incident_events')).toHaveLength(160);
      expect(await knex('workflow_executions')).toHaveLength(20);
    },
  );
});
