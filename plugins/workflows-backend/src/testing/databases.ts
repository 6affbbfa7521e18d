import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { migrate, tuneSqlite } from '../database/openDatabase';

/** SQLite and a real PostgreSQL; `npm test` starts the latter. */
export function testDatabases() {
  return TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
}

/** A fresh database with the plugin's tables. */
export async function migratedDatabase(
  databases: TestDatabases,
  id: Parameters<TestDatabases['init']>[0],
): Promise<Knex> {
  const knex = await databases.init(id);
  await tuneSqlite(knex);
  await migrate(knex);
  return knex;
}
