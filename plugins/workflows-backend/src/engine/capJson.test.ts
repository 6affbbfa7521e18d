import { capJson, cutText } from './capJson';

describe('capJson', () => {
  it('leaves what fits', () => {
    expect(capJson({ a: [1, null, 'x'] }, 100)).toEqual({ a: [1, null, 'x'] });
    expect(capJson(undefined, 100)).toBeNull();
  });

  it.each<[string, unknown]>([
    ['a text', 'x'.repeat(5_000)],
    ['a text of quotes', '"\\\n'.repeat(5_000)],
    ['a list', Array.from({ length: 5_000 }, (_, n) => n)],
    ['an object', { status: 200, body: 'x'.repeat(5_000), more: 1 }],
    [
      'many fields',
      Object.fromEntries(Array.from({ length: 900 }, (_, n) => [`k${n}`, n])),
    ],
  ])('cuts %s with a mark', (_, value) => {
    const text = JSON.stringify(capJson(value, 1_000));
    expect(text).toMatch(/… \[truncated, \d+ characters\]/);
    expect(text.length).toBeLessThan(3_000);
  });

  it('keeps the small fields beside a huge one', () => {
    expect(
      capJson({ status: 200, body: { list: Array(9_999).fill('x') } }, 500),
    ).toMatchObject({
      status: 200,
      body: expect.stringMatching(/^\{"list":\["x".*truncated/),
    });
  });

  it('refuses what is no JSON', () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(() => capJson(circle, 100)).toThrow(TypeError);
  });

  it('cuts texts', () => {
    expect(cutText('short', 10)).toBe('short');
    expect(cutText('y'.repeat(500), 100)).toMatch(/^y+… \[truncated, 500/);
  });
});
