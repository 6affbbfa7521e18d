import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Knex } from 'knex';
import { listSecretsOfOtherKeys } from '../database/operations/secrets/listSecretsOfOtherKeys';
import { replaceCiphertext } from '../database/operations/secrets/replaceCiphertext';
import type { SecretCipher } from './cipher';

const BATCH = 100;

/**
 * Moves every secret to the first key of the configuration, so that the others
 * may be removed from it. A secret that cannot be decrypted stays as it is and is
 * named; the others go on.
 */
export async function reencryptSecrets(options: {
  knex: Knex;
  cipher: SecretCipher;
  logger: LoggerService;
  /** Aborts when the backend stops; what is left is for the next time. */
  signal: AbortSignal;
}): Promise<{ moved: number; failed: number }> {
  const { knex, cipher, logger, signal } = options;
  const { keyId } = cipher;
  let moved = 0;
  let failed = 0;
  let after: string | undefined;
  while (keyId && !signal.aborted) {
    const rows = await listSecretsOfOtherKeys({
      knex,
      keyId,
      after,
      limit: BATCH,
    });
    for (const row of rows) {
      const identity = { workflowId: row.workflow_id, name: row.name };
      try {
        const value = cipher.decrypt(
          {
            keyId: row.key_id,
            nonce: row.nonce,
            ciphertext: row.ciphertext,
          },
          identity,
        );
        const encrypted = cipher.encrypt(value, identity);
        moved += Number(await replaceCiphertext({ knex, row, encrypted }));
      } catch (error) {
        failed += 1;
        logger.error(
          `Workflow ${row.workflow_id}: ${
            toError(error).message
          }; set it again`,
        );
      }
    }
    after = rows.at(-1)?.id;
    if (rows.length < BATCH) {
      break;
    }
  }
  if (moved > 0) {
    logger.info(
      `Encrypted ${moved} secrets with the key "${keyId}"; ${
        failed === 0
          ? 'the keys after it in workflows.secrets.keys are no longer needed'
          : `${failed} could not be decrypted`
      }`,
    );
  }
  return { moved, failed };
}

/**
 * Every hour, on one of the backends; the first time not before a rolling update
 * has given all of them the new key.
 */
export async function scheduleReencryption({
  scheduler,
  ...options
}: { scheduler: SchedulerService } & Omit<
  Parameters<typeof reencryptSecrets>[0],
  'signal'
>): Promise<void> {
  await scheduler.scheduleTask({
    id: 'workflows-secret-reencryption',
    scope: 'global',
    frequency: { hours: 1 },
    initialDelay: { minutes: 10 },
    timeout: { minutes: 30 },
    fn: async signal => {
      await reencryptSecrets({ ...options, signal });
    },
  });
}
