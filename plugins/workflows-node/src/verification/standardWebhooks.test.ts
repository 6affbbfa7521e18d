import { ConfigReader } from '@backstage/config';
import { createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readStandardWebhooks } from './standardWebhooks';

const refusal = expect.objectContaining({ name: 'AuthenticationError' });

const KEY = Buffer.alloc(24, 7);
const SECRET = `whsec_${KEY.toString('base64')}`;
const BODY = '{"event_type":"x"}';
const SIGNED_AT = 1_763_805_600;
/** HMAC-SHA256 of `msg_1.1763805600.{"event_type":"x"}`; computed by OpenSSL. */
const SIGNATURE = 'v1,2Qt0Lf9Beb/Gu/qznRE2DDQ09ypfZbeIVmW4hNM/NMc=';

interface Change {
  secrets?: string[];
  headers?: Record<string, string | undefined>;
  body?: string;
  laterBy?: number;
}

function verify({ secrets = [SECRET], headers, body, laterBy = 0 }: Change) {
  readStandardWebhooks(new ConfigReader({ secrets }))({
    headers: {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(SIGNED_AT),
      'webhook-signature': SIGNATURE,
      ...headers,
    },
    rawBody: Buffer.from(body ?? BODY),
    receivedAt: new Date((SIGNED_AT + laterBy) * 1_000).toISOString(),
  });
}

function signedAt(timestamp: string) {
  const signature = createHmac('sha256', KEY)
    .update(`msg_1.${timestamp}.${BODY}`)
    .digest('base64');
  return {
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}

describe('a signature by Standard Webhooks', () => {
  it.each<[string, Change]>([
    ['as it is', {}],
    ['up to 300 seconds later', { laterBy: 300 }],
    ['from up to 300 seconds ahead', { laterBy: -300 }],
    [
      'among others',
      { headers: { 'webhook-signature': `v1,AAAA ${SIGNATURE} v1a,BBBB` } },
    ],
    ['by the older of two secrets', { secrets: [secretOf(1), SECRET] }],
    ['by the newer of two secrets', { secrets: [SECRET, secretOf(1)] }],
    [
      'when the secret is without its prefix',
      { secrets: [KEY.toString('base64')] },
    ],
  ])('is accepted %s', (_, change) => {
    expect(() => verify(change)).not.toThrow();
  });

  it.each<[string, Change]>([
    ['301 seconds later', { laterBy: 301 }],
    ['from 301 seconds ahead', { laterBy: -301 }],
    ['by another secret', { secrets: [secretOf(1), secretOf(2)] }],
    ['of another body', { body: `${BODY} ` }],
    ['of another id', { headers: { 'webhook-id': 'msg_2' } }],
    [
      'of another time',
      { headers: { 'webhook-timestamp': String(SIGNED_AT + 1) } },
    ],
    ['without an id', { headers: { 'webhook-id': undefined } }],
    ['without a time', { headers: { 'webhook-timestamp': undefined } }],
    ['without itself', { headers: { 'webhook-signature': undefined } }],
    ['of another version', { headers: { 'webhook-signature': 'v1a,AAAA' } }],
    [
      'that is cut',
      { headers: { 'webhook-signature': SIGNATURE.slice(0, -4) } },
    ],
    ['whose time has a fraction', { headers: signedAt(`${SIGNED_AT}.0`) }],
    ['whose time has a sign', { headers: signedAt(`+${SIGNED_AT}`) }],
    ['whose time is not a number', { headers: signedAt('NaN') }],
    ['whose time is endless', { headers: signedAt('9'.repeat(400)) }],
  ])('is refused %s, as an AuthenticationError', (_, change) => {
    expect(() => verify(change)).toThrow(refusal);
  });

  it('needs a secret in base64, unless the source is said to be insecure', () => {
    const read = (config: object) =>
      readStandardWebhooks(new ConfigReader(config));
    expect(() => read({})).toThrow('secrets must name at least one secret');
    expect(() => read({ secrets: [SECRET, 'whsec_'] })).toThrow(
      'secrets.1 must be a secret as the sender shows it',
    );
    expect(() => read({ secrets: ['not a secret!'] })).toThrow('secrets.0');
    expect(() =>
      read({ insecure: true })({
        headers: {},
        rawBody: Buffer.from(''),
        receivedAt: '2026-11-22T12:00:00.000Z',
      }),
    ).not.toThrow();
  });
});

const VECTOR = resolve(
  __dirname,
  '../../../../../shared/payloads/standard-webhooks/vector.json',
);
const there = existsSync(VECTOR);

(there ? describe : describe.skip)(
  `the published vector${
    there ? '' : ' (skipped: the folder ../shared/payloads is not there)'
  }`,
  () => {
    it('is verified', () => {
      const vector = JSON.parse(readFileSync(VECTOR, 'utf8'));
      const check = (signature: string, laterBy: number = 0) =>
        readStandardWebhooks(new ConfigReader({ secrets: [vector.secret] }))({
          headers: {
            'webhook-id': vector['webhook-id'],
            'webhook-timestamp': String(vector['webhook-timestamp']),
            'webhook-signature': signature,
          },
          rawBody: Buffer.from(vector.body),
          receivedAt: new Date(
            (vector['webhook-timestamp'] + laterBy) * 1_000,
          ).toISOString(),
        });
      const good = vector['webhook-signature'];
      expect(() => check(good)).not.toThrow();
      expect(() => check(good, vector.tolerance_seconds)).not.toThrow();
      expect(() => check(good, vector.tolerance_seconds + 1)).toThrow(refusal);
      vector.known_bad.forEach((bad: string) => {
        expect(() => check(bad)).toThrow(refusal);
        expect(() => check(`${bad} ${good}`)).not.toThrow();
      });
    });
  },
);

function secretOf(byte: number) {
  return `whsec_${Buffer.alloc(24, byte).toString('base64')}`;
}
