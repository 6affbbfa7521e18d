import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { ManualClock } from '../database/clock';
import { insertWorkflow } from '../database/operations/workflows/insertWorkflow';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { simpleDefinition } from '../testing/definitions';
import { SecretCipher } from './cipher';
import { SecretsStore } from './SecretsStore';

const clock = new ManualClock();
const key = { id: 'k1', bytes: randomBytes(32) };

function store(knex: Knex) {
  return SecretsStore.create({
    knex,
    clock,
    cipher: SecretCipher.create({ keys: [key] }),
  });
}

function workflow(knex: Knex, name: string) {
  return knex.transaction(trx =>
    insertWorkflow({
      trx,
      clock,
      name,
      description: '',
      ownerRef: 'group:default/payments',
      definition: simpleDefinition(),
      actorRef: 'user:default/a',
    }),
  );
}

const secret = {
  name: 'TOKEN',
  value: 'canary-value',
  allowedHosts: ['api.example.com', 'api.example.com:8443'],
  actorRef: 'user:default/a',
};

describe('SecretsStore', () => {
  const databases = testDatabases();

  it.each(databases.eachSupportedId())(
    'gives a value for an allowed host only, and records the use, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const secrets = store(knex);
      const workflowId = await workflow(knex, 'A');
      await secrets.put({ workflowId, ...secret });
      const resolver = secrets.resolverFor(workflowId);

      await expect(
        resolver.resolve('TOKEN', 'evil.example.com'),
      ).rejects.toThrow(/may not be sent to evil\.example\.com/);
      await expect(
        resolver.resolve('TOKEN', 'api.example.com:444'),
      ).rejects.toThrow(/may not be sent/);
      expect((await secrets.list(workflowId))[0].last_used_at).toBeNull();

      expect(await resolver.resolve('TOKEN', 'API.example.com')).toBe(
        'canary-value',
      );
      const [row] = await secrets.list(workflowId);
      expect(Number(row.last_used_at)).toBe(clock.read());
    },
  );

  it.each(databases.eachSupportedId())(
    "never gives another workflow's secret, not even when its row is copied, on %s",
    async id => {
      const knex = await migratedDatabase(databases, id);
      const secrets = store(knex);
      const a = await workflow(knex, 'A');
      const b = await workflow(knex, 'B');
      await secrets.put({ workflowId: a, ...secret });
      const thief = secrets.resolverFor(b);
      await expect(thief.resolve('TOKEN', 'api.example.com')).rejects.toThrow(
        'has no secret "TOKEN"',
      );

      const row = await knex('workflow_action_secrets').first();
      await knex('workflow_action_secrets').insert({
        ...row,
        id: 'copied',
        workflow_id: b,
      });
      await expect(thief.resolve('TOKEN', 'api.example.com')).rejects.toThrow(
        'cannot be decrypted',
      );
    },
  );

  it.each(databases.eachSupportedId())(
    'keeps no value in the database, replaces it and removes it on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const secrets = store(knex);
      const workflowId = await workflow(knex, 'A');
      await secrets.put({ workflowId, ...secret });
      await secrets.put({ workflowId, ...secret, value: 'second' });
      const rows = await knex('workflow_action_secrets');
      expect(rows).toHaveLength(1);
      expect(rows[0].owner_ref).toBe('group:default/payments');
      expect(JSON.stringify(rows)).not.toContain('canary');
      expect(
        await secrets
          .resolverFor(workflowId)
          .resolve('TOKEN', 'api.example.com'),
      ).toBe('second');
      await secrets.delete(workflowId, 'TOKEN');
      await expect(secrets.delete(workflowId, 'TOKEN')).rejects.toThrow(
        'no secret "TOKEN"',
      );
    },
  );

  it.each(databases.eachSupportedId())(
    'sets none for a workflow that is gone on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      await expect(
        store(knex).put({ workflowId: 'gone', ...secret }),
      ).rejects.toThrow('There is no workflow "gone"');
      expect(await knex('workflow_action_secrets')).toEqual([]);
    },
  );
});
