import { randomBytes } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { insertWorkflow } from '../database/operations/workflows/insertWorkflow';
import { EgressGateway } from '../egress/EgressGateway';
import { readEgressConfig } from '../egress/readEgressConfig';
import { engineUnderTest, webhook } from '../engine/testing/engineUnderTest';
import { definition, node } from '../engine/testing/fixtures';
import { Receiver } from '../engine/testing/receiver';
import { SecretsStore } from '../secrets/SecretsStore';
import { type SecretKey, SecretCipher } from '../secrets/cipher';
import { reencryptSecrets } from '../secrets/reencryptSecrets';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { simpleDefinition } from '../testing/definitions';

const k1 = { id: 'k1', bytes: randomBytes(32) };
const k2 = { id: 'k2', bytes: randomBytes(32) };
const VALUE = 'Bearer s3cret-value';

describe('the rotation of the key with runs in flight', () => {
  const databases = testDatabases();
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await Receiver.start();
  });
  afterEach(() => receiver.stop());

  /** An engine whose keys change as a deployment changes them. */
  async function start(knex: Knex) {
    let keys: SecretKey[] = [k1];
    const gateway = EgressGateway.create({
      config: readEgressConfig(
        mockServices.rootConfig({
          data: { workflows: { egress: { allow: [receiver.host] } } },
        }),
      ),
    });
    const cipher = () => SecretCipher.create({ keys });
    const store = () =>
      SecretsStore.create({ knex, clock: test.clock, cipher: cipher() });
    const test = engineUnderTest(knex, {
      egressFor: workflowId =>
        gateway.for({ workflowId, secrets: store().resolverFor(workflowId) }),
    });
    const workflowId = await knex.transaction(trx =>
      insertWorkflow({
        trx,
        clock: test.clock,
        name: 'Tell',
        description: '',
        definition: simpleDefinition(),
        actorRef: 'user:default/a',
      }),
    );
    await store().put({
      workflowId,
      name: 'TOKEN',
      value: VALUE,
      allowedHosts: [receiver.host],
      actorRef: 'user:default/a',
    });
    const tell = (id: string) =>
      webhook(id, receiver.url, {
        config: { headers: { Authorization: { secret: 'TOKEN' } } },
      });
    return {
      ...test,
      startRun: () =>
        test.start(
          definition([
            tell('before'),
            node('wait', 'delay', { duration: '1h' }),
            tell('after'),
          ]),
          { workflowId },
        ),
      deploy: (next: SecretKey[]) => {
        keys = next;
      },
      reencrypt: () =>
        reencryptSecrets({
          knex,
          cipher: cipher(),
          logger: mockServices.logger.mock(),
          signal: new AbortController().signal,
        }),
    };
  }

  it.each(databases.eachSupportedId())(
    'fails nothing, and the old key is not needed afterwards, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const test = await start(knex);
      const runs = [await test.startRun(), await test.startRun()];
      await test.drain();
      expect(receiver.received).toHaveLength(2);

      test.deploy([k1, k2]);
      test.deploy([k2, k1]);
      runs.push(await test.startRun());
      await test.drain();
      expect(await test.reencrypt()).toEqual({ moved: 1, failed: 0 });
      test.deploy([k2]);
      test.clock.advance(3_600_000);
      await test.drain();

      for (const run of runs) {
        expect((await test.execution(run))?.status).toBe('COMPLETED');
      }
      expect(
        receiver.received.map(({ headers }) => headers.authorization),
      ).toEqual(Array(6).fill(VALUE));
    },
  );

  it.each(databases.eachSupportedId())(
    'lets a backend that has not got the new key yet try again later, on %s',
    async id => {
      const test = await start(await migratedDatabase(databases, id));
      test.deploy([k2, k1]);
      await test.reencrypt();
      // A backend of the old deployment takes the run.
      test.deploy([k1]);
      const run = await test.startRun();
      await test.drain();
      expect(receiver.received).toEqual([]);
      const [attempt] = await test.attempts(run, 'before');
      expect(attempt.error.code).toBe('secret_unavailable');

      test.deploy([k2, k1]);
      test.clock.advance(60_000);
      await test.drain();
      expect(receiver.received).toHaveLength(1);
    },
  );

  it.each(databases.eachSupportedId())(
    'sends nothing with a wrong key or a swapped ciphertext, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const test = await start(knex);
      test.deploy([{ id: 'k1', bytes: randomBytes(32) }]);
      const wrongKey = await test.startRun();
      await test.drain();

      test.deploy([k1]);
      const { ciphertext, nonce } = SecretCipher.create({ keys: [k1] }).encrypt(
        'stolen',
        { workflowId: 'another', name: 'TOKEN' },
      );
      await knex('workflow_action_secrets').update({ ciphertext, nonce });
      const swapped = await test.startRun();
      await test.drain();

      for (const run of [wrongKey, swapped]) {
        const row = await test.execution(run);
        expect(row).toMatchObject({ status: 'FAILED' });
        expect(row!.reason).toContain('cannot be decrypted');
      }
      expect(receiver.received).toEqual([]);
    },
  );
});
