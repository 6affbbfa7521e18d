import fc from 'fast-check';
import { decodeBody, parseBody } from './parseBody';

describe('parseBody', () => {
  it('gives what JSON.parse gives, but for integers beyond 2^53', () => {
    const digits = (_: string, value: unknown) =>
      typeof value === 'number' &&
      !Number.isSafeInteger(value) &&
      /^-?\d+$/.test(String(value))
        ? String(value)
        : value;
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), value => {
        const text = JSON.stringify(value);
        expect(parseBody(text)).toEqual(
          JSON.parse(JSON.stringify(value, digits)),
        );
      }),
    );
  });

  it('keeps integers that a number cannot hold, as their digits', () => {
    expect(
      parseBody('{"a":[9007199254740993,-9007199254740993],"b":1,"c":1e300}'),
    ).toEqual({
      a: ['9007199254740993', '-9007199254740993'],
      b: 1,
      c: 1e300,
    });
  });

  it('takes __proto__ as a name like any other', () => {
    const body = parseBody('{"__proto__":{"a":1234567890123456}}');
    expect(Object.keys(body as object)).toEqual(['__proto__']);
    expect((body as { a?: number }).a).toBeUndefined();
  });

  it.each(['', '{', '{"a":1,}', "{'a':1}", 'nul', '{"a":"secret" "b"}'])(
    'refuses %j without repeating it',
    text => {
      expect(() => parseBody(text)).toThrow(/^The body is not JSON/);
      expect(() => parseBody(text)).not.toThrow(/secret/);
    },
  );

  it('refuses bytes that are no text, and takes a byte order mark', () => {
    expect(() => decodeBody(Buffer.from([0x22, 0xc3, 0x22]))).toThrow(
      'it is not UTF-8 text',
    );
    expect(parseBody(decodeBody(Buffer.from('\ufeff{}')))).toEqual({});
  });
});
