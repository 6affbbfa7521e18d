import { jsonDepth } from './jsonDepth';

describe('jsonDepth', () => {
  it.each([
    ['1', 0],
    ['[]', 1],
    ['[{"a":[]},[]]', 3],
    ['"[[["', 0],
    ['["\\"[[[", "\\\\"]', 1],
    ['[[],[],[[]]]', 3],
  ])('of %s is %i', (text, depth) => {
    expect(jsonDepth(text, 100)).toBe(depth);
  });

  it('looks no further than the limit', () => {
    expect(jsonDepth('['.repeat(1_000), 10)).toBe(11);
  });
});
