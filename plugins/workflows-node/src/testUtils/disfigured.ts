import type { JsonObject, JsonValue } from '@backstage/types';

/** What may stand where something else is expected, as the parser of bodies gives it. */
export const OTHER_VALUES: Record<string, () => JsonValue> = {
  null: () => null,
  true: () => true,
  'an empty text': () => '',
  'a text': () => 'x',
  'a long text': () => 'x'.repeat(5_000),
  'a NUL and half a character': () => 'a\u0000b\ud800',
  'a template': () => '{{ secrets.X }}',
  'an impossible time': () => '2026-13-45T99:99:99Z',
  'the digits of a huge integer': () => '9'.repeat(400),
  'a negative number': () => -1,
  'a huge number': () => 1e308,
  'an empty list': () => [],
  'a list of nothing': () => [null],
  'a list of numbers': () => [5, 6],
  'an empty object': () => ({}),
  'a way to the prototype': () =>
    JSON.parse('{"__proto__":{"polluted":"yes"},"constructor":{"polluted":1}}'),
  'ninety levels': () => JSON.parse(`${'{"x":['.repeat(45)}${']}'.repeat(45)}`),
};

/** A body with one thing changed. */
export interface Disfigured {
  /** For people. */
  what: string;
  body: JsonValue;
}

/** So many of one body, at most; of more, every so-manieth. */
const MOST = 5_000;

/**
 * A body with each of its parts left out, and each replaced by what is not
 * expected there; and whatever else might come instead of the whole.
 */
export function disfigured(body: JsonValue): Disfigured[] {
  const all = [
    ...Object.entries(OTHER_VALUES).map(([value, make]) => ({
      what: `${value} as the body`,
      make,
    })),
    ...pathsOf(body).flatMap(path => [
      {
        what: `without ${path.join('.')}`,
        make: () => withValue(body, path, undefined),
      },
      ...Object.entries(OTHER_VALUES).map(([value, make]) => ({
        what: `${value} at ${path.join('.')}`,
        make: () => withValue(body, path, make()),
      })),
    ]),
  ];
  const step = Math.ceil(all.length / MOST);
  return all
    .filter((_, index) => index % step === 0)
    .map(({ what, make }) => ({ what, body: make() }));
}

function pathsOf(value: JsonValue, path: string[] = []): string[][] {
  const inner =
    value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, child]) =>
          pathsOf(child as JsonValue, [...path, key]),
        )
      : [];
  return path.length ? [path, ...inner] : inner;
}

function withValue(
  body: JsonValue,
  path: readonly string[],
  value: JsonValue | undefined,
): JsonValue {
  const copy = structuredClone(body);
  const parent = path
    .slice(0, -1)
    .reduce((at, key) => at[key] as JsonObject, copy as JsonObject);
  const key = path[path.length - 1];
  if (value === undefined) {
    delete parent[key];
  } else {
    parent[key] = value;
  }
  return copy;
}
