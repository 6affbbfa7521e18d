import fc from 'fast-check';
import { getPath, isJsonValue, jsonValueSchema } from './json';
import { LIMITS } from './limits';

const labels = { 'app.kubernetes.io/name': 'checkout', app: { name: 'other' } };
const parsed = JSON.parse('{"__proto__":{"polluted":true},"constructor":"x"}');

describe('getPath', () => {
  it.each<[unknown, string, unknown]>([
    [{ a: { b: [10, 20] } }, 'a.b.1', 20],
    [{ labels }, 'labels.app.kubernetes.io/name', 'checkout'],
    [{ labels }, 'labels.app.name', 'other'],
    [{ 'a.b': { c: 1 }, a: { b: { d: 2 } } }, 'a.b.c', 1],
    [{ 'a.b': { c: 1 }, a: { b: { d: 2 } } }, 'a.b.d', 2],
    [{ a: null }, 'a', null],
    [{ a: null }, 'a.b', undefined],
    [{ a: 'text' }, 'a.length', undefined],
    [{ a: 1 }, '', undefined],
    [{ a: 1 }, '.a', undefined],
    [{ a: 1 }, 'a.', undefined],
    [{}, '__proto__', undefined],
    [{}, '__proto__.polluted', undefined],
    [{}, 'constructor.name', undefined],
    [{}, 'toString', undefined],
    [parsed, '__proto__.polluted', true],
    [parsed, 'constructor', 'x'],
    [undefined, 'a', undefined],
    ['text', '0', undefined],
  ])('of %j at %s is %j', (value, path, found) => {
    expect(getPath(value, path)).toEqual(found);
  });

  it('finds every own property by its name alone', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (key, item) => {
        expect(getPath(Object.fromEntries([[key, item]]), key)).toEqual(item);
      }),
    );
  });
});

describe('isJsonValue', () => {
  it('holds for what JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 10 }), text => {
        expect(isJsonValue(JSON.parse(text))).toBe(true);
      }),
    );
  });

  it.each([
    undefined,
    NaN,
    Infinity,
    1n,
    Symbol('s'),
    () => 1,
    new Date(0),
    new Map(),
    [undefined],
    { a: () => 1 },
  ])('does not hold for %p', value => {
    expect(isJsonValue(value)).toBe(false);
  });

  it('takes an undefined property for an absent one', () => {
    expect(isJsonValue({ a: undefined })).toBe(true);
  });

  it('bounds the depth, a circle and five million levels included', () => {
    const nested = (levels: number) =>
      JSON.parse('['.repeat(levels) + ']'.repeat(levels));
    expect(isJsonValue(nested(LIMITS.bodyDepth))).toBe(true);
    expect(isJsonValue(nested(LIMITS.bodyDepth + 1))).toBe(false);
    expect(isJsonValue(nested(100_000))).toBe(false);
    const circle: unknown[] = [];
    circle.push(circle);
    expect(isJsonValue(circle)).toBe(false);
    expect(
      jsonValueSchema.safeParse(nested(200)).error?.issues[0].message,
    ).toBe(`must be a JSON value, nested at most ${LIMITS.bodyDepth} deep`);
  });
});
