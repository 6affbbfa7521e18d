import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { guardConnections } from './guardConnections';

/** The plugin's database, with its tables in their newest form. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  const closeSilentConnections = await guardConnections(knex);
  await tuneSqlite(knex);
  if (!database.migrations?.skip) {
    await migrate(knex);
  }
  closeSilentConnections();
  return knex;
}

/**
 * Brings the tables to their newest form. What a newer build has added is left
 * alone: in a rolling update, and after going back, this one works beside it.
 */
export async function migrate(knex: Knex): Promise<void> {
  await knex.migrate.latest({
    directory: resolvePackagePath(
      'backstage-plugin-workflows-backend',
      'migrations',
    ),
    disableMigrationsListValidation: true,
  });
}

/**
 * What a crash-safe SQLite needs; Knex opens it with a rollback journal, and
 * `synchronous` is NORMAL after a reopening in WAL. Nothing on other databases.
 */
export async function tuneSqlite(knex: Knex): Promise<void> {
  if (!knex.client.config.client.includes('sqlite')) {
    return;
  }
  await knex.raw('PRAGMA journal_mode = WAL');
  await knex.raw('PRAGMA synchronous = FULL');
  await knex.raw('PRAGMA busy_timeout = 5000');
}
