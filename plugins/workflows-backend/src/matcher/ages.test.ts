import type { AgeTrigger } from 'backstage-plugin-workflows-common';
import { type IncidentAges, ageMoment, nextAgeMoment } from './ages';

const SECOND = 1_000;

function aging(
  more: Partial<AgeTrigger> = {},
  times: { enabledMs?: number; activeMs?: number } = {},
) {
  return {
    trigger: {
      type: 'age',
      state: 'open',
      longerThan: '60s',
      conditions: [],
      ...more,
    } as AgeTrigger,
    enabledMs: 0,
    activeMs: 0,
    ...times,
  };
}

function ages(sinceS: number, knownS = sinceS): IncidentAges {
  return { open: { sinceMs: sinceS * SECOND, knownMs: knownS * SECOND } };
}

it.each<[string, ReturnType<typeof aging>, IncidentAges, number | undefined]>([
  ['when it is old enough', aging(), ages(10), 70],
  ['when it is heard of, if that is later', aging(), ages(10, 100), 100],
  [
    'never in another state',
    aging({ state: 'unacknowledged' }),
    ages(10),
    undefined,
  ],
  [
    'never for what was there before it was enabled',
    aging({}, { enabledMs: 20 * SECOND }),
    ages(10),
    undefined,
  ],
  [
    'for what was there before if it says so',
    aging(
      { includeExisting: true },
      { enabledMs: 20 * SECOND, activeMs: 20 * SECOND },
    ),
    ages(10),
    70,
  ],
  [
    'at once for what is old enough already, if it says so',
    aging(
      { includeExisting: true },
      { enabledMs: 200 * SECOND, activeMs: 200 * SECOND },
    ),
    ages(10),
    200,
  ],
  [
    'for what is too young yet when a version is published',
    aging({}, { activeMs: 60 * SECOND }),
    ages(10),
    70,
  ],
  [
    'never for what was old enough before the version was published',
    aging({}, { activeMs: 80 * SECOND }),
    ages(10),
    undefined,
  ],
])('fires %s', (_, workflow, of, expected) => {
  const moment = ageMoment(workflow, of);
  expect(moment).toBe(expected && expected * SECOND);
});

it('finds the next moment of several workflows', () => {
  const workflows = [
    aging(),
    aging({ longerThan: '5min' }),
    aging({ state: 'unacknowledged' }),
  ];
  const next = (afterS: number) =>
    nextAgeMoment(workflows, ages(0), afterS * SECOND);
  expect(next(0)).toBe(60 * SECOND);
  expect(next(60)).toBe(300 * SECOND);
  expect(next(300)).toBeUndefined();
});
