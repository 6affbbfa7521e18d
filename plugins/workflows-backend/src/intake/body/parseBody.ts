import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import { LIMITS, jsonDepth } from 'backstage-plugin-workflows-common';

/** The reviver's third argument, which TypeScript's library does not know yet. */
type ReviverWithSource = (
  this: unknown,
  key: string,
  value: unknown,
  context?: { source?: string },
) => unknown;

/**
 * The text of a body.
 *
 * @throws InputError when the bytes are not UTF-8, as JSON has to be
 */
export function decodeBody(rawBody: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(rawBody);
  } catch {
    throw new InputError('The body is not JSON: it is not UTF-8 text');
  }
}

/**
 * The value of a body's text. An integer beyond what a number holds exactly
 * (ids of some senders) becomes its digits as text, so that two ids stay two.
 *
 * @throws InputError when it is not JSON, or nests too deeply
 */
export function parseBody(text: string): JsonValue {
  if (jsonDepth(text, LIMITS.bodyDepth) > LIMITS.bodyDepth) {
    throw new InputError(
      `The body nests more than ${LIMITS.bodyDepth} levels deep`,
    );
  }
  try {
    // A reviver makes parsing slow; it is only needed where such a number may be.
    return /\d{16}/.test(text)
      ? JSON.parse(text, keepBigIntegers as Parameters<typeof JSON.parse>[1])
      : JSON.parse(text);
  } catch (error) {
    // V8's message repeats a piece of the body; its place is enough.
    const place = /at position \d+|end of JSON input/.exec(String(error))?.[0];
    throw new InputError(
      `The body is not JSON${
        place ? `: it breaks off ${describe(place)}` : ''
      }`,
    );
  }
}

function describe(place: string): string {
  return place.startsWith('at') ? place : 'at its end';
}

const keepBigIntegers: ReviverWithSource = (_key, value, context) =>
  typeof value === 'number' &&
  !Number.isSafeInteger(value) &&
  /^-?\d+$/.test(context?.source ?? '')
    ? context!.source
    : value;
