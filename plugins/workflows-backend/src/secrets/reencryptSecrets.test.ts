import { randomBytes } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { ManualClock } from '../database/clock';
import { replaceCiphertext } from '../database/operations/secrets/replaceCiphertext';
import { insertWorkflow } from '../database/operations/workflows/insertWorkflow';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { simpleDefinition } from '../testing/definitions';
import { SecretsStore } from './SecretsStore';
import { type SecretKey, SecretCipher } from './cipher';
import { reencryptSecrets } from './reencryptSecrets';

const clock = new ManualClock();
const k1 = { id: 'k1', bytes: randomBytes(32) };
const k2 = { id: 'k2', bytes: randomBytes(32) };
const host = 'api.example.com';

function withKeys(knex: Knex, ...keys: SecretKey[]) {
  const cipher = SecretCipher.create({ keys });
  const logger = mockServices.logger.mock();
  return {
    logger,
    store: SecretsStore.create({ knex, clock, cipher }),
    reencrypt: () =>
      reencryptSecrets({
        knex,
        cipher,
        logger,
        signal: new AbortController().signal,
      }),
  };
}

async function workflowWithSecrets(knex: Knex, count: number) {
  const workflowId = await knex.transaction(trx =>
    insertWorkflow({
      trx,
      clock,
      name: 'A',
      description: '',
      definition: simpleDefinition(),
      actorRef: 'user:default/a',
    }),
  );
  for (let i = 0; i < count; i++) {
    await withKeys(knex, k1).store.put({
      workflowId,
      name: `S${i}`,
      value: `value-${i}`,
      allowedHosts: [host],
      actorRef: 'user:default/a',
    });
  }
  return workflowId;
}

describe('reencryptSecrets', () => {
  const databases = testDatabases();

  it.each(databases.eachSupportedId())(
    'makes the old key unnecessary, and is done then, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const workflowId = await workflowWithSecrets(knex, 103);
      const before = await knex('workflow_action_secrets')
        .orderBy('id')
        .first();
      const both = withKeys(knex, k2, k1);
      expect(await both.reencrypt()).toEqual({ moved: 103, failed: 0 });
      expect(both.logger.info).toHaveBeenCalledWith(
        expect.stringContaining('no longer needed'),
      );

      const only = withKeys(knex, k2);
      expect(await only.reencrypt()).toEqual({ moved: 0, failed: 0 });
      const resolver = only.store.resolverFor(workflowId);
      for (const i of [0, 57, 102]) {
        expect(await resolver.resolve(`S${i}`, host)).toBe(`value-${i}`);
      }
      const after = await knex('workflow_action_secrets').orderBy('id').first();
      expect(after).toMatchObject({
        updated_at: before.updated_at,
        updated_by: before.updated_by,
        allowed_hosts: before.allowed_hosts,
      });
    },
  );

  it.each(databases.eachSupportedId())(
    'leaves what it cannot decrypt, names it, and goes on, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const workflowId = await workflowWithSecrets(knex, 3);
      const stolen = await knex('workflow_action_secrets')
        .where({ name: 'S0' })
        .first();
      await knex('workflow_action_secrets')
        .where({ name: 'S1' })
        .update({ nonce: stolen.nonce, ciphertext: stolen.ciphertext });
      const both = withKeys(knex, k2, k1);
      expect(await both.reencrypt()).toEqual({ moved: 2, failed: 1 });
      expect(both.logger.error).toHaveBeenCalledWith(
        expect.stringContaining('"S1"'),
      );
      await expect(
        both.store.resolverFor(workflowId).resolve('S1', host),
      ).rejects.toThrow('cannot be decrypted');
    },
  );

  it.each(databases.eachSupportedId())(
    'fails closed with another key of the same id, and without the key, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const workflowId = await workflowWithSecrets(knex, 1);
      const impostor = withKeys(knex, k2, { id: 'k1', bytes: randomBytes(32) });
      expect(await impostor.reencrypt()).toEqual({ moved: 0, failed: 1 });
      const without = withKeys(knex, k2);
      await expect(
        without.store.resolverFor(workflowId).resolve('S0', host),
      ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
      expect(
        await withKeys(knex, k1)
          .store.resolverFor(workflowId)
          .resolve('S0', host),
      ).toBe('value-0');
    },
  );

  it.each(databases.eachSupportedId())(
    'does not overwrite what was set in between, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const workflowId = await workflowWithSecrets(knex, 1);
      const read = await knex('workflow_action_secrets').first();
      const { store } = withKeys(knex, k1);
      await store.put({
        workflowId,
        name: 'S0',
        value: 'newer',
        allowedHosts: [host],
        actorRef: 'user:default/b',
      });
      const encrypted = SecretCipher.create({ keys: [k2] }).encrypt('value-0', {
        workflowId,
        name: 'S0',
      });
      expect(await replaceCiphertext({ knex, row: read, encrypted })).toBe(
        false,
      );
      expect(await store.resolverFor(workflowId).resolve('S0', host)).toBe(
        'newer',
      );
    },
  );
});
