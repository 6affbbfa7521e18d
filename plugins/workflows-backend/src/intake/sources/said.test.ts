import { said } from './said';

it('keeps what was said, false and 0 included', () => {
  expect(
    said({
      no: false,
      zero: 0,
      text: 'x',
      list: [0],
      missing: undefined,
      none: null,
      empty: '',
      emptyList: [],
      emptyObject: {},
    }),
  ).toEqual({ no: false, zero: 0, text: 'x', list: [0] });
});
