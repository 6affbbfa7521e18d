import { durationSchema, formatDuration, parseDuration } from './duration';

it.each([
  ['0s', 0],
  ['30s', 30_000],
  ['5min', 300_000],
  ['2h', 7_200_000],
  ['1d', 86_400_000],
  ['5m', undefined],
  ['1.5h', undefined],
  ['-1s', undefined],
  [' 1s', undefined],
  ['1s ', undefined],
  ['', undefined],
  ['12345678s', undefined],
])('%j is %p ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

it.each([
  [0, '0s'],
  [1_000, '1s'],
  [90_000, '90s'],
  [60_000, '1min'],
  [5_400_000, '90min'],
  [172_800_000, '2d'],
])('%p ms is written %s and read back', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
  expect(parseDuration(text)).toBe(ms);
});

it.each([
  ['1s', undefined],
  ['1h', undefined],
  ['0s', 'must be at least 1s'],
  ['61min', 'must be at most 1h'],
  ['soon', 'must be a duration such as 30s, 5min, 2h or 1d'],
])('a schema from 1s to 1h says of %s: %p', (text, message) => {
  const { error } = durationSchema(3_600_000, 1_000).safeParse(text);
  expect(error?.issues.map(issue => issue.message)).toEqual(
    message && [message],
  );
});
