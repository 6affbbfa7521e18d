import fc from 'fast-check';
import { MAX_GLOB, matchesGlob } from './glob';

const AS_REGEXP: Record<string, string> = { '*': '.*', '?': '.' };

it('agrees with the regular expression that says the same', () => {
  const letters = fc.constantFrom('a', 'b', '*', '?', '🔥');
  const text = fc.array(fc.constantFrom('a', 'b', '🔥'), { maxLength: 12 });
  fc.assert(
    fc.property(text, fc.array(letters, { maxLength: 8 }), (chars, glyphs) => {
      const expression = glyphs
        .map(glyph => AS_REGEXP[glyph] ?? glyph)
        .join('');
      expect(matchesGlob(chars.join(''), glyphs.join(''))).toBe(
        new RegExp(`^${expression}$`, 'u').test(chars.join('')),
      );
    }),
  );
});

it('takes a pattern that would hang a backtracking engine', () => {
  const pattern = '*a'.repeat(100);
  expect(matchesGlob('a'.repeat(10_000), `${pattern}b`)).toBe(false);
  expect(matchesGlob('a'.repeat(10_000), pattern)).toBe(true);
});

it('refuses to match beyond its caps', () => {
  expect(matchesGlob('a', '*'.repeat(MAX_GLOB))).toBe(true);
  expect(matchesGlob('a', '*'.repeat(MAX_GLOB + 1))).toBe(false);
});
