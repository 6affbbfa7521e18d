import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { createHmac } from 'node:crypto';
import { readSignatureOrToken } from './signatureOrToken';

const SCHEME = { header: 'x-signature', encoding: 'hex' } as const;
const rawBody = Buffer.from('{}');
const signature = createHmac('sha256', 's').update(rawBody).digest('hex');

function verify(config: JsonObject, headers: Record<string, string>) {
  const { verify: check } = readSignatureOrToken(
    new ConfigReader(config),
    SCHEME,
  );
  check({ headers, rawBody, receivedAt: '2026-11-22T12:00:00.000Z' });
}

const BOTH = { secrets: ['s'], tokens: ['t'] };
const signed = { 'x-signature': signature };
const bearer = { authorization: 'Bearer t' };

it.each([
  ['a signature', { secrets: ['other', 's'] }, signed],
  ['a token', { tokens: ['other', 't'] }, bearer],
  ['both', BOTH, { ...signed, ...bearer }],
  ['nothing where that is allowed', { insecure: true }, {}],
])('accepts %s', (_, config, headers) => {
  expect(() => verify(config, headers)).not.toThrow();
});

it.each([
  ['a token where a signature is due', { secrets: ['s'] }, bearer],
  ['a signature where a token is due', { tokens: ['t'] }, signed],
  ['one where both are due', BOTH, signed],
  ['the other where both are due', BOTH, bearer],
  ['nothing, whatever else is said', { ...BOTH, insecure: true }, {}],
])('refuses %s', (_, config, headers) => {
  expect(() => verify(config, headers)).toThrow(
    expect.objectContaining({ name: 'AuthenticationError' }),
  );
});

it('refuses a token before the body is read', () => {
  const { verifyHeaders } = readSignatureOrToken(
    new ConfigReader(BOTH),
    SCHEME,
  );
  expect(() => verifyHeaders?.({})).toThrow('token');
});

it('needs one or the other', () => {
  const read = (config: JsonObject) => () =>
    readSignatureOrToken(new ConfigReader(config), SCHEME);
  expect(read({})).toThrow('secrets must name at least one');
  expect(read({ secrets: [] })).toThrow('secrets must name at least one');
  expect(read({ tokens: [' '] })).toThrow('tokens must not hold an empty');
});
