import { epochTime, isoTime } from './sourceTime';

const input = expect.objectContaining({ name: 'InputError' });

it.each([
  ['2026-11-22T10:00:00Z', '2026-11-22T10:00:00.000Z'],
  ['2026-11-22T10:00:00.801578Z', '2026-11-22T10:00:00.801Z'],
  ['2026-11-22T10:00:00.8+01:00', '2026-11-22T09:00:00.800Z'],
  ['2026-11-22T02:00:00-08:00', '2026-11-22T10:00:00.000Z'],
])('reads the time %s', (text, expected) => {
  expect(isoTime(text, 'at')).toBe(expected);
});

it.each([
  '',
  'soon',
  '2026-11-22',
  '2026-11-22T10:00:00',
  '2026-13-22T10:00:00Z',
  '1969-12-31T23:59:59Z',
  '0001-01-01T00:00:00Z',
])('refuses the time "%s", with its place', text => {
  expect(() => isoTime(text, 'event.at')).toThrow(input);
  expect(() => isoTime(text, 'event.at')).toThrow(/^event\.at: /);
});

it.each([
  ['seconds', '1420452224', '2015-01-05T10:03:44.000Z'],
  ['seconds with a fraction', '1420452224.764002', '2015-01-05T10:03:44.764Z'],
  ['a whole millisecond', '1592404974.656', '2020-06-17T14:42:54.656Z'],
  ['milliseconds', '1420452224764', '2015-01-05T10:03:44.764Z'],
  ['microseconds', '1420452224764002', '2015-01-05T10:03:44.764Z'],
  ['nanoseconds', '1420452224764002246', '2015-01-05T10:03:44.764Z'],
  ['the beginning', '0', '1970-01-01T00:00:00.000Z'],
])('reads %s since 1970', (_, value, expected) => {
  expect(epochTime(value, 'at')).toBe(expected);
});

it.each(['', 'x', '-1', '+1', '1e3', '1.', '1'.repeat(20), 'NaN', ' 1'])(
  'refuses "%s" as a time since 1970, with its place',
  value => {
    expect(() => epochTime(value, 'alert.at')).toThrow(input);
    expect(() => epochTime(value, 'alert.at')).toThrow(/^alert\.at: /);
  },
);
