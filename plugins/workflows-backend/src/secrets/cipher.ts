import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key of the configuration. */
export interface SecretKey {
  id: string;
  /** 32 bytes. */
  bytes: Buffer;
}

/** What the table holds of a value; both in base64, the tag after the text. */
export interface EncryptedValue {
  keyId: string;
  nonce: string;
  ciphertext: string;
}

/** Which row a value belongs to; it can be decrypted for no other. */
export interface SecretIdentity {
  workflowId: string;
  name: string;
}

/**
 * AES-256-GCM with a random nonce per value and the row's identity as
 * associated data, so that a ciphertext copied to another row does not decrypt.
 * The first key encrypts and all decrypt, which is how keys are rotated.
 */
export class SecretCipher {
  static create(options: { keys: readonly SecretKey[] }) {
    return new SecretCipher(options.keys);
  }

  private constructor(private readonly keys: readonly SecretKey[]) {}

  /** The key that encrypts; `undefined` when none is configured. */
  get keyId(): string | undefined {
    return this.keys[0]?.id;
  }

  /** @throws InputError that says which config to set, when there is no key */
  encrypt(value: string, identity: SecretIdentity): EncryptedValue {
    const [key] = this.keys;
    if (!key) {
      throw new InputError(
        'Secrets cannot be kept: no encryption key is configured. Set workflows.secrets.keys to a list whose first entry has an id and a key of 32 random bytes in base64',
      );
    }
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, key.bytes, nonce);
    cipher.setAAD(associatedData(identity));
    return {
      keyId: key.id,
      nonce: nonce.toString('base64'),
      ciphertext: Buffer.concat([
        cipher.update(value, 'utf8'),
        cipher.final(),
        cipher.getAuthTag(),
      ]).toString('base64'),
    };
  }

  /**
   * Never says anything of the value.
   *
   * @throws ServiceUnavailableError when the key is not there: during a rolling
   * update another backend may have it already
   * @throws InputError when anything was altered
   */
  decrypt(encrypted: EncryptedValue, identity: SecretIdentity): string {
    const key = this.keys.find(({ id }) => id === encrypted.keyId);
    if (!key) {
      throw new ServiceUnavailableError(
        `The secret "${identity.name}" was encrypted with the key "${encrypted.keyId}", which workflows.secrets.keys does not have`,
      );
    }
    try {
      const sealed = Buffer.from(encrypted.ciphertext, 'base64');
      const split = sealed.length - TAG_BYTES;
      const decipher = createDecipheriv(
        ALGORITHM,
        key.bytes,
        Buffer.from(encrypted.nonce, 'base64'),
        { authTagLength: TAG_BYTES },
      );
      decipher.setAAD(associatedData(identity));
      decipher.setAuthTag(sealed.subarray(split));
      return Buffer.concat([
        decipher.update(sealed.subarray(0, split)),
        decipher.final(),
      ]).toString('utf8');
    } catch {
      throw new InputError(
        `The secret "${identity.name}" cannot be decrypted: the key "${key.id}" is not the one it was encrypted with, or the stored value was altered`,
      );
    }
  }
}

/** JSON, so that no two identities give the same bytes. */
function associatedData({ workflowId, name }: SecretIdentity): Buffer {
  return Buffer.from(JSON.stringify([workflowId, name]));
}
