import createKnex, { type Knex } from 'knex';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BackendProcess,
  POSTGRES,
  type ProcessDatabase,
} from './__testUtils__/BackendProcess';
import { Receiver } from './__testUtils__/Receiver';
import { definition, delay, webhook } from './__testUtils__/definitions';
import { eventually } from './__testUtils__/eventually';
import { freePort } from './__testUtils__/freePort';

jest.setTimeout(240_000);

const RUNS = 5;

/** A database that the test can open beside the backends. */
interface Place {
  database: ProcessDatabase;
  open(): Knex;
  remove(): Promise<void>;
}

async function sqlitePlace(): Promise<Place> {
  const directory = await mkdtemp(join(tmpdir(), 'workflows-update-'));
  const filename = join(directory, 'workflows.sqlite');
  return {
    database: { name: 'SQLite', directory },
    open: () =>
      createKnex({
        client: 'better-sqlite3',
        connection: { filename },
        useNullAsDefault: true,
      }),
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}

async function postgresPlace(): Promise<Place> {
  const prefix = `update_${await freePort()}_${process.pid}_`;
  const url = new URL(POSTGRES!);
  url.pathname = `/${prefix}workflows`;
  return {
    database: { name: 'PostgreSQL', connection: POSTGRES!, prefix },
    open: () => createKnex({ client: 'pg', connection: url.href }),
    remove: async () => {},
  };
}

/** What a newer build leaves behind: a nullable column in each table, and its record. */
async function migrateAsNewerBuild(place: Place): Promise<void> {
  const knex = place.open();
  try {
    for (const table of [
      'workflows',
      'workflow_executions',
      'workflow_execution_steps',
      'workflow_step_attempts',
      'incident_deliveries',
      'incident_events',
      'incidents',
    ]) {
      await knex.schema.alterTable(table, columns => {
        columns.text('added_by_a_newer_build').nullable();
      });
    }
    await knex('knex_migrations').insert({
      name: '29991231235900_newer.js',
      batch: 1_000,
      migration_time: new Date(),
    });
  } finally {
    await knex.destroy();
  }
}

const PLACES: Array<{ name: string; create: () => Promise<Place> }> = [
  { name: 'SQLite, one after the other', create: sqlitePlace },
  ...(POSTGRES
    ? [{ name: 'PostgreSQL, side by side', create: postgresPlace }]
    : []),
];

describe.each(PLACES)('a rolling update on $name', ({ create }) => {
  let receiver: Receiver;
  let place: Place;
  let older: BackendProcess;
  let newer: BackendProcess;

  beforeAll(async () => {
    receiver = await Receiver.start();
    place = await create();
    const options = {
      database: place.database,
      workflows: {
        sources: {
          generic: {
            type: 'generic',
            insecure: true,
            fields: { incidentKey: 'id', title: 'title' },
          },
        },
        egress: { allow: [receiver.host] },
      },
    };
    older = await BackendProcess.create(options);
    newer = await BackendProcess.create(options);
    await older.start();
  });

  afterAll(async () => {
    await older?.dispose();
    await newer?.dispose();
    await place?.remove();
    await receiver?.stop();
  });

  it('loses nothing that is in flight, and may be taken back', async () => {
    await older.run(
      'three calls',
      definition(
        [
          webhook('first', `http://${receiver.host}/first`),
          webhook('slow', `http://${receiver.host}/slow`),
          delay('pause', '1s'),
          webhook('last', `http://${receiver.host}/last`),
        ],
        ['start>first', 'first>slow', 'slow>pause', 'pause>last'],
      ),
    );
    receiver.silentAt = '/slow';
    for (let index = 0; index < RUNS; index += 1) {
      await deliver(older, index);
    }
    await eventually(
      () => receiver.at('/slow').length,
      count => count === RUNS,
    );

    const sideBySide = place.database.name === 'PostgreSQL';
    if (sideBySide) {
      await migrateAsNewerBuild(place);
      await newer.start();
      await deliver(older, RUNS);
      await eventually(
        () => receiver.at('/slow').length,
        count => count === RUNS + 1,
      );
      await older.kill('SIGTERM');
    } else {
      await older.kill('SIGTERM');
      await migrateAsNewerBuild(place);
      await newer.start();
      await deliver(newer, RUNS);
    }
    receiver.silentAt = undefined;
    receiver.answerSilent();
    expect(statuses(await newer.finishedExecutions(RUNS + 1))).toEqual([
      'COMPLETED',
    ]);
    expect(receiver.at('/first')).toHaveLength(RUNS + 1);
    expect(receiver.at('/last')).toHaveLength(RUNS + 1);
    const bodies = new Map(
      receiver
        .at('/slow')
        .map(({ headers, body }) => [headers['idempotency-key'], body]),
    );
    expect(bodies.size).toBe(RUNS + 1);
    for (const { headers, body } of receiver.at('/slow')) {
      expect(body).toBe(bodies.get(headers['idempotency-key']));
    }

    await newer.kill('SIGTERM');
    await older.start();
    await deliver(older, RUNS + 1);
    expect(statuses(await older.finishedExecutions(RUNS + 2))).toEqual([
      'COMPLETED',
    ]);
  });
});

async function deliver(backend: BackendProcess, index: number) {
  const body = JSON.stringify({ id: `i${index}`, title: 'Disk full' });
  await eventually(
    () => backend.hook('generic', body),
    status => status === 202,
  );
}

function statuses(runs: Array<{ status: string }>): string[] {
  return [...new Set(runs.map(({ status }) => status))];
}
