import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { migrate } from './openDatabase';

const TABLES = [
  'incident_deliveries',
  'incident_events',
  'incidents',
  'workflow_action_secrets',
  'workflow_changes',
  'workflow_execution_steps',
  'workflow_executions',
  'workflow_state',
  'workflow_step_attempts',
  'workflow_versions',
  'workflows',
];

const at = 1_900_000_000_000;

/** A row in every table, each naming the others. */
const ROWS: Array<[string, object]> = [
  [
    'workflows',
    {
      id: 'w',
      name: 'Tell',
      description: '',
      owner_ref: 'group:default/payments',
      enabled: true,
      latest_version: 1,
      published_version: 1,
      definition: '{"text":"\\u0000"}',
      created_at: at,
      created_by: 'user:default/a',
      updated_at: at,
      updated_by: 'user:default/a',
    },
  ],
  [
    'workflow_versions',
    {
      id: 'v',
      workflow_id: 'w',
      version: 1,
      definition: '{}',
      author_ref: 'user:default/a',
      created_at: at,
    },
  ],
  [
    'workflow_changes',
    {
      id: 'c',
      workflow_id: 'w',
      change: 'published',
      version: 1,
      actor_ref: 'user:default/a',
      created_at: at,
    },
  ],
  [
    'workflow_action_secrets',
    {
      id: 's',
      workflow_id: 'w',
      name: 'TOKEN',
      key_id: 'k',
      nonce: 'n',
      ciphertext: 'c',
      allowed_hosts: '[]',
      owner_ref: 'group:default/payments',
      created_at: at,
      updated_at: at,
      updated_by: 'user:default/a',
    },
  ],
  [
    'incident_deliveries',
    {
      id: 'd',
      source_id: 'test',
      delivery_key: 'k',
      body: '{}',
      headers: '{}',
      state: 'received',
      due_at: at,
      received_at: at,
    },
  ],
  [
    'incidents',
    {
      id: 'i',
      source_id: 'test',
      incident_key: 'k',
      status: 'triggered',
      episode: 1,
      title: 'Down',
      folded: '{}',
      created_at: at,
      updated_at: at,
    },
  ],
  [
    'incident_events',
    {
      id: 'e',
      incident_id: 'i',
      delivery_id: 'd',
      order_key: 'k',
      occurred_at: at,
      event: '{}',
      context: '{}',
      created_at: at,
    },
  ],
  [
    'workflow_executions',
    {
      id: 'x',
      workflow_id: 'w',
      workflow_name: 'Tell',
      version: 1,
      definition_snapshot: '{}',
      incident_id: 'i',
      event_id: 'e',
      owner_ref: 'group:default/payments',
      trigger: 'incident_created',
      trigger_context: '{}',
      status: 'PENDING',
      once_key: 'o',
      due_at: at,
      created_at: at,
    },
  ],
  [
    'workflow_execution_steps',
    { id: 't', execution_id: 'x', node_id: 'n', state: 'running' },
  ],
  [
    'workflow_step_attempts',
    { id: 'a', step_id: 't', attempt: 1, started_at: at },
  ],
];

async function fill(knex: Knex) {
  for (const [table, row] of ROWS) {
    await knex(table).insert(row);
  }
}

async function counts(knex: Knex) {
  return Object.fromEntries(
    await Promise.all(
      TABLES.map(async table => [
        table,
        Number((await knex(table).count({ n: '*' }))[0].n),
      ]),
    ),
  );
}

describe('the migrations', () => {
  const databases = testDatabases();
  const once = Object.fromEntries(TABLES.map(table => [table, 1]));
  const directory = resolvePackagePath(
    'backstage-plugin-workflows-backend',
    'migrations',
  );

  it.each(databases.eachSupportedId())(
    'go down and up again with a row in every table on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      await fill(knex);
      expect(await counts(knex)).toEqual(once);

      await knex.migrate.rollback({ directory }, true);
      for (const table of TABLES) {
        expect([table, await knex.schema.hasTable(table)]).toEqual([
          table,
          false,
        ]);
      }

      await migrate(knex);
      await fill(knex);
      expect(await counts(knex)).toEqual(once);
    },
  );

  it.each(databases.eachSupportedId())(
    'change nothing of what is there when they run again on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      await fill(knex);
      await migrate(knex);
      const row = await knex('workflows').first();
      expect([row.definition, Number(row.created_at)]).toEqual([
        '{"text":"\\u0000"}',
        at,
      ]);
      expect(await counts(knex)).toEqual(once);
    },
  );
});
