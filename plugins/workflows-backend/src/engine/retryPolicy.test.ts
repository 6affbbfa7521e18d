import fc from 'fast-check';
import { nextRetry } from './retryPolicy';

describe('nextRetry', () => {
  it('grows by the factor up to the cap', () => {
    const policy = {
      attempts: 6,
      initialDelay: '2s',
      factor: 3,
      maxDelay: '1min',
    };
    expect(
      [1, 2, 3, 4, 5, 6].map(attempt => nextRetry(policy, attempt, () => 1)),
    ).toEqual([2_000, 6_000, 18_000, 54_000, 60_000, undefined]);
  });

  it('has defaults', () => {
    expect([1, 2, 3, 4].map(n => nextRetry(undefined, n, () => 0.5))).toEqual([
      1_000,
      3_000,
      9_000,
      undefined,
    ]);
  });

  it('takes Retry-After as the least, within a day, and grants no attempt for it', () => {
    expect(nextRetry({}, 1, () => 1, 30_000)).toBe(30_000);
    expect(nextRetry({}, 1, () => 1, 10)).toBe(2_000);
    expect(nextRetry({}, 1, () => 0, 1e12)).toBe(24 * 3_600_000);
    expect(nextRetry({ attempts: 1 }, 1, () => 0, 30_000)).toBeUndefined();
  });

  it('is a whole number between 0 and the cap for any policy', () => {
    const check = () =>
      fc.assert(
        fc.property(
          fc.record({
            attempts: fc.integer({ min: 2, max: 20 }),
            factor: fc.double({ min: 1, max: 10, noNaN: true }),
          }),
          fc.integer({ min: 1, max: 19 }),
          fc.double({ min: 0, max: 1, noNaN: true }),
          (policy, attempt, random) => {
            const delay = nextRetry(policy, attempt, () => random);
            return attempt >= policy.attempts
              ? delay === undefined
              : Number.isInteger(delay) && delay! >= 0 && delay! <= 300_000;
          },
        ),
      );
    expect(check).not.toThrow();
  });
});
