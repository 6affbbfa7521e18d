import crypto from 'node:crypto';
import {
  equalsInConstantTime,
  isOneOfInConstantTime,
} from './equalsInConstantTime';

describe('comparing credentials', () => {
  const compared = jest.spyOn(crypto, 'timingSafeEqual');
  beforeEach(() => compared.mockClear());

  it.each([
    ['a', 'a', true],
    ['', '', true],
    ['a', 'b', false],
    ['a', 'ab', false],
    ['a', 'a'.repeat(100_000), false],
    ['é', 'e\u0301', false],
    ['💥', 'a', false],
  ])('of %j and %j takes whole digests: %s', (a, b, equal) => {
    expect(equalsInConstantTime(a, b)).toBe(equal);
    expect(compared).toHaveBeenCalledTimes(1);
    for (const digest of compared.mock.calls[0]) {
      expect(digest).toHaveLength(32);
    }
  });

  it.each([
    ['first', true],
    ['last', true],
    ['other', false],
  ])('looks at all that %j may be', (presented, found) => {
    expect(isOneOfInConstantTime(presented, ['first', 'mid', 'last'])).toBe(
      found,
    );
    expect(compared).toHaveBeenCalledTimes(3);
  });
});
