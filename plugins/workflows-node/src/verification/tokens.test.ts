import { ConfigReader } from '@backstage/config';
import { readTokens } from './tokens';

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;

describe('readTokens', () => {
  const verify = (authorization?: string) =>
    readTokens(new ConfigReader({ tokens: ['the:new', 'old'] }))({
      authorization,
    });

  it.each([
    'Bearer the:new',
    'Bearer old',
    'bearer   old',
    basic('anyone:old'),
    basic(':the:new'),
  ])('accepts %s', authorization => {
    expect(() => verify(authorization)).not.toThrow();
  });

  it.each([
    undefined,
    '',
    'old',
    'Bearer',
    'Bearer ',
    'Bearer o',
    'Bearer olD',
    'Bearer older',
    `Bearer ${'x'.repeat(10_000)}`,
    'Digest old',
    basic('old'),
    basic('old:'),
    basic('old:user'),
    'Basic %%%',
  ])('refuses %s as an AuthenticationError', authorization => {
    expect(() => verify(authorization)).toThrow(
      expect.objectContaining({ name: 'AuthenticationError' }),
    );
  });

  it('needs a token, unless the source is said to be insecure', () => {
    const read = (config: object) => readTokens(new ConfigReader(config));
    expect(() => read({})).toThrow('tokens must name at least one token');
    expect(() => read({ tokens: [] })).toThrow('tokens must name');
    expect(() => read({ insecure: false })).toThrow('tokens must name');
    expect(() => read({ tokens: [''] })).toThrow();
    expect(() => read({ insecure: true })({})).not.toThrow();
    // Tokens count, whatever else is said.
    expect(() => read({ insecure: true, tokens: ['a'] })({})).toThrow(
      'The delivery needs a bearer token',
    );
  });
});
