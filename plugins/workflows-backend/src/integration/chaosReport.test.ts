import { type Arrival, chaosReport } from './__testUtils__/chaosReport';

const arrival = (key: string, at: number, sha256 = 'same'): Arrival => ({
  key,
  at,
  sha256,
  path: '/a',
  incident: key,
});

const report = (
  options: Partial<Parameters<typeof chaosReport>[0]>,
): ReturnType<typeof chaosReport> =>
  chaosReport({
    expected: 1,
    paths: ['/a'],
    executions: [{ id: '1', status: 'COMPLETED' }],
    successes: [],
    arrivals: [arrival('k', 1_000)],
    blows: [],
    ...options,
  });

describe('the chaos report', () => {
  it('finds nothing wrong with a run that nothing befell', () => {
    expect(report({})).toMatchObject({
      completed: 1,
      lost: 0,
      effectsDoubled: 0,
      repeatedInDoubt: 0,
    });
  });

  it('counts a request that never arrived, and an execution that did not complete, as lost', () => {
    expect(report({ arrivals: [] }).lost).toBe(1);
    expect(report({ executions: [{ id: '1', status: 'FAILED' }] }).lost).toBe(
      1,
    );
    expect(report({ executions: [] }).lost).toBe(1);
  });

  it('counts a repeat with a kill between as in doubt, with its recovery time', () => {
    expect(
      report({
        arrivals: [arrival('k', 1_000), arrival('k', 9_000)],
        blows: [{ at: 2_000, kind: 'kill' }],
        successes: [{ effectKey: 'k', at: 9_100 }],
      }),
    ).toMatchObject({
      effectsDoubled: 0,
      repeatedInDoubt: 1,
      recoveryP95Seconds: 7,
      recoveryMaxSeconds: 7,
    });
  });

  it.each([
    ['without a kill between', { blows: [] }],
    [
      'after its success was recorded',
      { successes: [{ effectKey: 'k', at: 1_500 }] },
    ],
    [
      'whose answer was long there at the kill',
      {
        arrivals: [
          { ...arrival('k', 1_000), answeredAt: 1_100 },
          arrival('k', 9_000),
        ],
        blows: [{ at: 5_000, kind: 'kill' as const }],
      },
    ],
    [
      'with other bytes',
      { arrivals: [arrival('k', 1_000), arrival('k', 9_000, 'other')] },
    ],
  ])('counts a repeat %s as doubled', (_, difference) => {
    expect(
      report({
        arrivals: [arrival('k', 1_000), arrival('k', 9_000)],
        blows: [{ at: 2_000, kind: 'kill' }],
        ...difference,
      }),
    ).toMatchObject({ effectsDoubled: 1, repeatedInDoubt: 0 });
  });

  it('counts a second key of one step as doubled', () => {
    expect(
      report({
        arrivals: [
          arrival('k', 1_000),
          { ...arrival('other', 9_000), incident: 'k' },
        ],
        blows: [{ at: 2_000, kind: 'kill' }],
      }).effectsDoubled,
    ).toBe(1);
  });
});
