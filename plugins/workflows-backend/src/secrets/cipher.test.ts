import { randomBytes } from 'node:crypto';
import { SecretCipher } from './cipher';

const k1 = { id: 'k1', bytes: randomBytes(32) };
const k2 = { id: 'k2', bytes: randomBytes(32) };
const identity = { workflowId: 'w1', name: 'TOKEN' };

describe('SecretCipher', () => {
  it('gives the value back and never the same ciphertext twice', () => {
    const cipher = SecretCipher.create({ keys: [k1] });
    const first = cipher.encrypt('s3cret ✓', identity);
    const second = cipher.encrypt('s3cret ✓', identity);
    expect(cipher.decrypt(first, identity)).toBe('s3cret ✓');
    expect(first.nonce).not.toBe(second.nonce);
    expect(first.ciphertext).not.toBe(second.ciphertext);
    expect(JSON.stringify(first)).not.toContain('s3cret');
  });

  it('encrypts with the first key and decrypts with all, so that keys rotate', () => {
    const old = SecretCipher.create({ keys: [k1] }).encrypt('old', identity);
    const both = SecretCipher.create({ keys: [k2, k1] });
    expect(both.encrypt('new', identity).keyId).toBe('k2');
    expect(both.decrypt(old, identity)).toBe('old');

    const rotated = SecretCipher.create({ keys: [k2] });
    expect(() => rotated.decrypt(old, identity)).toThrow(
      'was encrypted with the key "k1", which workflows.secrets.keys does not have',
    );
  });

  it('fails closed with another key of the same id', () => {
    const encrypted = SecretCipher.create({ keys: [k1] }).encrypt(
      'value',
      identity,
    );
    const impostor = SecretCipher.create({
      keys: [{ id: 'k1', bytes: k2.bytes }],
    });
    expect(() => impostor.decrypt(encrypted, identity)).toThrow(
      'cannot be decrypted',
    );
  });

  it.each([
    ['the name', { ...identity, name: 'OTHER' }],
    ['the workflow', { ...identity, workflowId: 'w2' }],
  ])('refuses a ciphertext that was moved: %s differs', (_, other) => {
    const cipher = SecretCipher.create({ keys: [k1] });
    const encrypted = cipher.encrypt('value', identity);
    expect(() => cipher.decrypt(encrypted, other)).toThrow(
      'cannot be decrypted',
    );
  });

  it.each(['ciphertext', 'nonce'] as const)(
    'refuses a %s with one changed bit or cut short',
    part => {
      const cipher = SecretCipher.create({ keys: [k1] });
      const encrypted = cipher.encrypt('value', identity);
      const flipped = Buffer.from(encrypted[part], 'base64');
      flipped[0] ^= 1;
      for (const altered of [flipped, flipped.subarray(0, 3)]) {
        expect(() =>
          cipher.decrypt(
            { ...encrypted, [part]: altered.toString('base64') },
            identity,
          ),
        ).toThrow('cannot be decrypted');
      }
    },
  );

  it('says which config to set when there is no key', () => {
    expect(() =>
      SecretCipher.create({ keys: [] }).encrypt('value', identity),
    ).toThrow(/workflows\.secrets\.keys/);
  });
});
