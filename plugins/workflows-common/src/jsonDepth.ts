const OPEN = new Set(['{', '[']);
const CLOSE = new Set(['}', ']']);

/**
 * How deeply a JSON text nests, without parsing it: `JSON.parse` takes millions
 * of levels, and what walks the value afterwards would overflow the stack.
 *
 * @returns the deepest level, or `limit + 1` as soon as that is reached
 * @public
 */
export function jsonDepth(text: string, limit: number): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length && deepest <= limit; i++) {
    const char = text[i];
    if (inString) {
      if (char === '\\') {
        i++;
      } else if (char === '"') {
        inString = false;
      }
    } else if (char === '"') {
      inString = true;
    } else if (OPEN.has(char)) {
      depth++;
      deepest = Math.max(deepest, depth);
    } else if (CLOSE.has(char)) {
      depth--;
    }
  }
  return deepest;
}
