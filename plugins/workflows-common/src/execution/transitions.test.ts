import {
  EXECUTION_TRANSITIONS,
  isAllowedTransition,
  isFinished,
} from './transitions';
import { EXECUTION_STATUSES } from './types';

const ALLOWED = [
  'PENDING RUNNING',
  'PENDING CANCELLED',
  'PENDING SKIPPED',
  'RUNNING RUNNING',
  'RUNNING WAITING',
  'RUNNING COMPLETED',
  'RUNNING FAILED',
  'RUNNING CANCELLED',
  'WAITING RUNNING',
  'WAITING CANCELLED',
];

it.each(
  EXECUTION_STATUSES.flatMap(from =>
    EXECUTION_STATUSES.map(to => [from, to] as const),
  ),
)('%s to %s', (from, to) => {
  expect(isAllowedTransition(from, to)).toBe(ALLOWED.includes(`${from} ${to}`));
});

it('leaves no ended status, and reaches an end from every other one', () => {
  expect(EXECUTION_STATUSES.filter(isFinished)).toEqual([
    'COMPLETED',
    'FAILED',
    'CANCELLED',
    'SKIPPED',
  ]);
  for (const status of EXECUTION_STATUSES.filter(s => !isFinished(s))) {
    expect(EXECUTION_TRANSITIONS[status].some(isFinished)).toBe(true);
  }
});
