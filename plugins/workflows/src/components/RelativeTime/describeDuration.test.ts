import { describeDuration } from './describeDuration';

describe('describeDuration', () => {
  it.each([
    [-5, '0 ms'],
    [0, '0 ms'],
    [320, '320 ms'],
    [1_000, '1 s'],
    [12_345, '12.3 s'],
    [59_990, '59.9 s'],
    [60_000, '1 min'],
    [252_000, '4 min 12 s'],
    [7_500_000, '2 h 5 min'],
    [183_600_000, '2 d 3 h'],
  ])('says %p ms as %p', (ms, text) => {
    expect(describeDuration(ms)).toBe(text);
  });
});
