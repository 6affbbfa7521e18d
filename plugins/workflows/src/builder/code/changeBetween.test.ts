import fc from 'fast-check';
import { changeBetween } from './changeBetween';

it('finds where two texts differ', () => {
  expect(changeBetween('same', 'same')).toBeUndefined();
  expect(changeBetween('a b d', 'a b c d')).toEqual({
    from: 4,
    to: 4,
    insert: 'c ',
  });
});

it('makes the one out of the other, whatever they are', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', '\n'),
    maxLength: 9,
  });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { from, to, insert } = changeBetween(before, after) ?? {
        from: 0,
        to: 0,
        insert: '',
      };
      expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
    }),
  );
});
