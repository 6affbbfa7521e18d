import { ConfigReader } from '@backstage/config';
import { createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type HmacScheme, readHmac, verifyHmac } from './hmac';

const refusal = expect.objectContaining({ name: 'AuthenticationError' });

/** RFC 4231, test case 2. */
const KEY = 'Jefe';
const CONTENT = 'what do ya want for nothing?';
const HEX = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
const BASE64 = Buffer.from(HEX, 'hex').toString('base64');
/** By no key. */
const OTHER = '0'.repeat(64);

function verify(
  scheme: Omit<HmacScheme, 'header'>,
  signature: string | undefined,
  options: { content?: string; secrets?: string[] } = {},
) {
  verifyHmac({
    request: {
      headers: { 'x-signature': signature },
      rawBody: Buffer.from(options.content ?? CONTENT),
      receivedAt: '2026-11-22T12:00:00.000Z',
    },
    scheme: { header: 'x-signature', ...scheme },
    secrets: options.secrets ?? [KEY],
  });
}

const BARE: Omit<HmacScheme, 'header'> = { encoding: 'hex' };
const LISTED: Omit<HmacScheme, 'header'> = {
  encoding: 'hex',
  prefix: 'v1=',
  separator: ',',
};

describe('a signature by HMAC', () => {
  it.each<[string, Omit<HmacScheme, 'header'>, string]>([
    ['in hex', BARE, HEX],
    ['in hex of capital letters', BARE, HEX.toUpperCase()],
    ['in base64', { encoding: 'base64' }, BASE64],
    ['with a prefix', LISTED, `v1=${HEX}`],
    ['after one that is not', LISTED, `v1=${OTHER},v1=${HEX}`],
    ['before one that is not, with spaces', LISTED, `v1=${HEX} , v1=${OTHER}`],
    ['beside another version', LISTED, `v2=${OTHER},v1=${HEX}`],
    ['by SHA-1', { ...BARE, algorithm: 'sha1' }, hexBy('sha1')],
    ['by SHA-512', { ...BARE, algorithm: 'sha512' }, hexBy('sha512')],
    [
      'of what the scheme says',
      { ...BARE, content: ({ rawBody }) => `1:${rawBody}` },
      hexBy('sha256', `1:${CONTENT}`),
    ],
  ])('is accepted %s', (_, scheme, signature) => {
    expect(() => verify(scheme, signature)).not.toThrow();
  });

  it.each<[string, Omit<HmacScheme, 'header'>, string | undefined]>([
    ['that is missing', BARE, undefined],
    ['that is empty', BARE, ''],
    ['by another key', BARE, OTHER],
    ['that is cut', BARE, HEX.slice(0, -2)],
    ['that goes on', BARE, `${HEX}00`],
    ['that goes on as something else', BARE, `${HEX}zz`],
    ['of 100,000 characters', BARE, 'a'.repeat(100_000)],
    ['that is not ASCII', BARE, '💥'.repeat(16)],
    ['in the other encoding', BARE, BASE64],
    ['of other letters', { encoding: 'base64' }, BASE64.toLowerCase()],
    ['without its prefix', LISTED, HEX],
    ['with another prefix', LISTED, `v2=${HEX}`],
    ['that is a prefix only', LISTED, 'v1='],
    ['among nothing but separators', LISTED, ',,,'],
    ['in a list where none is expected', BARE, `${OTHER},${HEX}`],
    ['by another algorithm', BARE, hexBy('sha1')],
  ])('is refused %s, as an AuthenticationError', (_, scheme, signature) => {
    expect(() => verify(scheme, signature)).toThrow(refusal);
  });

  it('is of the exact bytes', () => {
    expect(() => verify(BARE, HEX, { content: `${CONTENT} ` })).toThrow(
      refusal,
    );
    expect(() => verify(BARE, HEX, { content: '' })).toThrow(refusal);
  });

  it('may be by any of several secrets, and by no other', () => {
    expect(() => verify(BARE, HEX, { secrets: ['new', KEY] })).not.toThrow();
    expect(() => verify(BARE, HEX, { secrets: [KEY, 'new'] })).not.toThrow();
    expect(() => verify(BARE, HEX, { secrets: ['new', 'old'] })).toThrow(
      refusal,
    );
    expect(() => verify(BARE, HEX, { secrets: [] })).toThrow(refusal);
  });

  it('is not repeated in the refusal, nor is the right one', () => {
    expect(() => verify(BARE, OTHER)).toThrow(
      'The signature in the header x-signature is not by a secret of this source',
    );
  });
});

describe('readHmac', () => {
  const read = (config: object) =>
    readHmac(new ConfigReader(config), { header: 'x-signature', ...BARE });
  const request = (signature?: string) => ({
    headers: { 'x-signature': signature },
    rawBody: Buffer.from(CONTENT),
    receivedAt: '2026-11-22T12:00:00.000Z',
  });

  it('needs a secret, unless the source is said to be insecure', () => {
    expect(() => read({})).toThrow('secrets must name at least one secret');
    expect(() => read({ secrets: [] })).toThrow('secrets must name');
    expect(() => read({ secrets: [KEY, ' '] })).toThrow(
      'secrets must not hold an empty secret',
    );
    expect(() => read({ insecure: true })(request())).not.toThrow();
  });

  it('checks signatures when there is a secret, whatever else is said', () => {
    const check = read({ insecure: true, secrets: ['new', KEY] });
    expect(() => check(request(HEX))).not.toThrow();
    expect(() => check(request())).toThrow(refusal);
  });
});

const FOLDER = resolve(__dirname, '../../../../../shared/payloads/pagerduty');
const there = existsSync(FOLDER);

(there ? describe : describe.skip)(
  `PagerDuty's published vector${
    there ? '' : ' (skipped: the folder ../shared/payloads is not there)'
  }`,
  () => {
    it('is verified', () => {
      const name = 'sigvector_incident.priority_updated_v3';
      const vector = JSON.parse(
        readFileSync(resolve(FOLDER, `${name}.vector.json`), 'utf8'),
      );
      const rawBody = readFileSync(resolve(FOLDER, `${name}.json`));
      const check = (signature: string, body = rawBody) =>
        verifyHmac({
          request: {
            headers: { 'x-pagerduty-signature': signature },
            rawBody: body,
            receivedAt: '2026-11-22T12:00:00.000Z',
          },
          scheme: { header: 'x-pagerduty-signature', ...LISTED },
          secrets: [vector.secret],
        });
      expect(() => check(vector.valid)).not.toThrow();
      expect(() => check(`${vector.mismatch},${vector.valid}`)).not.toThrow();
      expect(() => check(vector.mismatch)).toThrow(refusal);
      expect(() =>
        check(vector.valid, Buffer.concat([rawBody, Buffer.from('\n')])),
      ).toThrow(refusal);
    });
  },
);

function hexBy(algorithm: string, content: string = CONTENT) {
  return createHmac(algorithm, KEY).update(content).digest('hex');
}
