import fc from 'fast-check';
import { isSecretRef, secretRefSchema } from './secretRef';

it.each<[unknown, boolean]>([
  [{ secret: 'TOKEN' }, true],
  [{ secret: 'A_1' }, true],
  [{ secret: `A${'B'.repeat(63)}` }, true],
  [{ secret: `A${'B'.repeat(64)}` }, false],
  [{ secret: 'token' }, false],
  [{ secret: '1A' }, false],
  [{ secret: '' }, false],
  [{ secret: ['TOKEN'] }, false],
  [{ secret: 'TOKEN', more: 1 }, false],
  [Object.create({ secret: 'TOKEN' }), false],
  ['TOKEN', false],
  [null, false],
  [undefined, false],
])('%j is a secret reference: %p', (value, expected) => {
  expect(isSecretRef(value)).toBe(expected);
});

it('holds for what the schema accepts, and for nothing else', () => {
  const values = fc.oneof(
    fc.jsonValue(),
    fc.record({ secret: fc.oneof(fc.jsonValue(), fc.constant('TOKEN')) }),
  );
  fc.assert(
    fc.property(values, value => {
      expect(isSecretRef(value)).toBe(secretRefSchema.safeParse(value).success);
    }),
  );
});
