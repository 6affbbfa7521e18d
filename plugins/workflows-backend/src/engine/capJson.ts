import type { JsonValue } from '@backstage/types';

const mark = (chars: number) => `… [truncated, ${chars} characters]`;

/**
 * A value as JSON keeps it, in at most about `maxChars`. What does not fit is cut
 * with a visible mark; of an object the fields that fit stay whole, so that a
 * small status beside a huge body is still there for later steps.
 *
 * @throws TypeError for what is no JSON, such as a circle
 */
export function capJson(value: unknown, maxChars: number): JsonValue {
  const text = JSON.stringify(value) ?? 'null';
  const plain = JSON.parse(text) as JsonValue;
  if (text.length <= maxChars) {
    return plain;
  }
  if (plain === null || typeof plain !== 'object' || Array.isArray(plain)) {
    return cut(typeof plain === 'string' ? plain : text, maxChars);
  }
  let left = maxChars;
  const kept: Array<[string, JsonValue]> = [];
  for (const [key, item] of Object.entries(plain)) {
    const chars = JSON.stringify(item).length;
    if (left < key.length) {
      kept.push(['…', mark(text.length)]);
      break;
    }
    const fits = chars + key.length <= left;
    kept.push([
      key,
      fits
        ? (item as JsonValue)
        : cut(
            typeof item === 'string' ? item : JSON.stringify(item),
            left - key.length,
          ),
    ]);
    left -= key.length + Math.min(chars, left);
  }
  return Object.fromEntries(kept);
}

/** A text within so many characters, with a mark where it was cut. */
export function cutText(text: string, maxChars: number): string {
  return text.length <= maxChars ? text : cut(text, maxChars);
}

function cut(text: string, maxChars: number): string {
  // Escaping may double the length; control characters are rarer than that.
  const room = Math.max(0, maxChars - mark(text.length).length);
  let end = room;
  while (end > 0 && JSON.stringify(text.slice(0, end)).length - 2 > room) {
    end = Math.floor(end / 2);
  }
  return text.slice(0, end) + mark(text.length);
}
