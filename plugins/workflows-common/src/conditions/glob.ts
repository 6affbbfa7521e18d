/** Longer texts match no glob: the work is text times pattern at worst. */
const MAX_TEXT = 10_000;

/** Longest pattern of the `matches` operator. */
export const MAX_GLOB = 256;

/**
 * Whether a text matches a glob of `*` (any run) and `?` (one character), over
 * its whole length. One backtrack point is enough: when a later part fails,
 * only the last `*` can help. So the work is bounded by text times pattern,
 * never exponential, and both are capped.
 */
export function matchesGlob(text: string, pattern: string): boolean {
  if (text.length > MAX_TEXT || pattern.length > MAX_GLOB) {
    return false;
  }
  // By character, so that `?` takes a whole emoji and not half of it.
  const chars = [...text];
  const glyphs = [...pattern];
  let at = 0;
  let glyph = 0;
  let star = -1;
  let resume = 0;
  while (at < chars.length) {
    if (glyphs[glyph] === '*') {
      star = glyph++;
      resume = at;
    } else if (glyphs[glyph] === '?' || glyphs[glyph] === chars[at]) {
      glyph++;
      at++;
    } else if (star >= 0) {
      glyph = star + 1;
      at = ++resume;
    } else {
      return false;
    }
  }
  while (glyphs[glyph] === '*') {
    glyph++;
  }
  return glyph === glyphs.length;
}
