import type { JsonValue } from '@backstage/types';

/** A JSON value as people edit it; nothing when there is none. */
export function jsonText(value: JsonValue | undefined): string {
  return value === undefined ? '' : JSON.stringify(value, null, 2);
}

/** A text as JSON, or why it is none. An empty text is no value at all. */
export function parseJsonText(
  text: string,
): { value: JsonValue | undefined } | { error: string } {
  if (text.trim() === '') {
    return { value: undefined };
  }
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { error: (error as Error).message };
  }
}
