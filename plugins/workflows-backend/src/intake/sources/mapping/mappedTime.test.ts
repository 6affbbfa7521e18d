import { mappedTime } from './mappedTime';

const berlin = { zone: 'Europe/Berlin' };

it.each([
  ['2026-11-22T10:00:00Z', '2026-11-22T10:00:00.000Z'],
  ['2026-11-22T10:00:00.123456+02:00', '2026-11-22T08:00:00.123Z'],
  ['2026-11-22T10:00:00', '2026-11-22T09:00:00.000Z'],
  ['2026-07-22T10:00:00', '2026-07-22T08:00:00.000Z'],
  ['1763805600', '2025-11-22T10:00:00.000Z'],
  ['1763805600000', '2025-11-22T10:00:00.000Z'],
])('reads %s', (text, expected) => {
  expect(mappedTime(text, 'at', berlin)).toBe(expected);
});

it.each([
  ['yyyy-MM-dd HH:mm:ss', '2026-11-22 10:00:00', '2026-11-22T09:00:00.000Z'],
  [
    'dd MMM yyyy HH:mm ZZZ',
    '22 Nov 2026 10:00 +0000',
    '2026-11-22T10:00:00.000Z',
  ],
])('reads times in the form %s', (format, text, expected) => {
  expect(mappedTime(text, 'at', { ...berlin, format })).toBe(expected);
});

it.each(['soon', '', '2026-13-01T00:00:00Z', '0001-01-01T00:00:00Z', '-5'])(
  'refuses "%s", with its path',
  text => {
    expect(() => mappedTime(text, 'data.at', berlin)).toThrow(/^data\.at: /);
  },
);
