import type { JsonObject, JsonValue } from '@backstage/types';

/**
 * A request or response whose `body` is JSON text, with the body as JSON, so
 * that it reads without escapes. Left as text when parsing would change it, as
 * with long numbers or fields that occur twice.
 */
export function readableBody(message: JsonObject): JsonObject {
  const { body } = message;
  if (typeof body !== 'string') {
    return message;
  }
  const parsed = parseJson(body);
  return typeof parsed === 'object' && JSON.stringify(parsed) === body
    ? { ...message, body: parsed }
    : message;
}

function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
