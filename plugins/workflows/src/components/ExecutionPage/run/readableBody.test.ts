import { readableBody } from './readableBody';

describe('readableBody', () => {
  it('shows a JSON body as JSON', () => {
    expect(readableBody({ status: 200, body: '{"a":["b"]}' })).toEqual({
      status: 200,
      body: { a: ['b'] },
    });
  });

  it.each([
    ['is no JSON', 'upstream connect error'],
    ['was cut', '{"a":"b'],
    ['is a plain value', '42'],
    ['holds a number too long for JavaScript', '{"id":12345678901234567890}'],
    ['names a field twice', '{"a":1,"a":2}'],
    ['is spaced', '{ "a": 1 }'],
  ])('leaves a body alone that %s', (_, body) => {
    expect(readableBody({ body })).toEqual({ body });
  });

  it('leaves a message without a text body alone', () => {
    expect(readableBody({ body: { a: 1 } })).toEqual({ body: { a: 1 } });
    expect(readableBody({ status: 204 })).toEqual({ status: 204 });
  });
});
