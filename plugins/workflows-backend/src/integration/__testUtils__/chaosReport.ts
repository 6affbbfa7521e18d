/** One request at the receiver, as its log says. */
export interface Arrival {
  /** Milliseconds since the epoch. */
  at: number;
  path: string;
  key: string;
  sha256: string;
  incident: string;
  /** Absent when the sender was gone before its answer was ready. */
  answeredAt?: number;
}

/** A kill of a backend, or a restart of the database. */
export interface Blow {
  at: number;
  kind: 'kill' | 'database restart';
}

/** One execution as the database has it. */
export interface EndedExecution {
  id: string;
  status: string;
}

/** A step's recorded success as the database has it. */
export interface RecordedSuccess {
  effectKey: string;
  /** When it was recorded, milliseconds since the epoch. */
  at: number;
}

/** What `npm run chaos` ends with. */
export interface ChaosReport {
  executions: number;
  completed: number;
  lost: number;
  effectsDoubled: number;
  repeatedInDoubt: number;
  kills: number;
  databaseRestarts: number;
  recoveryP95Seconds: number;
  recoveryMaxSeconds: number;
}

/** An answer is recorded by then, unless a blow came between. */
const RECORDED_WITHIN_MS = 2_000;

/**
 * Counts from what the receiver and the database say, never from what the
 * engine says of itself.
 *
 * `lost` is every execution that did not complete and every expected request
 * that did not arrive. A request that arrives again is `repeatedInDoubt` when a
 * blow fell while it was in flight (it had no answer, or one that could not be
 * recorded yet) and its success was not recorded before the later arrival, and
 * `effectsDoubled` otherwise; so is one whose bytes differ, and a request of the
 * same incident under another key. Recovery is the time from the blow to the
 * repeated request.
 */
export function chaosReport(options: {
  expected: number;
  /** The paths that every incident must reach. */
  paths: string[];
  executions: EndedExecution[];
  successes: RecordedSuccess[];
  arrivals: Arrival[];
  blows: Blow[];
}): ChaosReport {
  const { expected, paths, executions, arrivals, blows } = options;
  const completed = executions.filter(run => run.status === 'COMPLETED').length;
  const reached = new Set(
    arrivals.map(({ path, incident }) => `${path} ${incident}`),
  );
  const recordedAt = new Map(
    options.successes.map(success => [success.effectKey, success.at]),
  );
  const recoveries: number[] = [];
  let effectsDoubled = secondKeys(arrivals);
  for (const [earlier, arrival] of repeats(arrivals)) {
    const blow = blows.find(
      ({ at }) =>
        at >= earlier.at &&
        at <= arrival.at &&
        at <= (earlier.answeredAt ?? at) + RECORDED_WITHIN_MS,
    );
    const recorded = recordedAt.get(arrival.key);
    const sameBytes = arrival.sha256 === earlier.sha256;
    if (
      blow &&
      sameBytes &&
      (recorded === undefined || recorded >= arrival.at)
    ) {
      recoveries.push((arrival.at - blow.at) / 1_000);
    } else {
      effectsDoubled += 1;
    }
  }
  recoveries.sort((a, b) => a - b);
  return {
    executions: executions.length,
    completed,
    lost: expected - completed + (expected * paths.length - reached.size),
    effectsDoubled,
    repeatedInDoubt: recoveries.length,
    kills: blows.filter(({ kind }) => kind === 'kill').length,
    databaseRestarts: blows.filter(({ kind }) => kind !== 'kill').length,
    recoveryP95Seconds:
      recoveries[Math.ceil(recoveries.length * 0.95) - 1] ?? 0,
    recoveryMaxSeconds: recoveries[recoveries.length - 1] ?? 0,
  };
}

/** A step has one key, however often it is sent. */
function secondKeys(arrivals: Arrival[]): number {
  const keys = new Set(arrivals.map(({ key }) => key));
  const effects = new Set(
    arrivals.map(({ path, incident }) => `${path} ${incident}`),
  );
  return keys.size - effects.size;
}

/** Each arrival of a key that had arrived before, after the one before. */
function repeats(arrivals: Arrival[]): Array<[Arrival, Arrival]> {
  const latest = new Map<string, Arrival>();
  const pairs: Array<[Arrival, Arrival]> = [];
  for (const arrival of [...arrivals].sort((a, b) => a.at - b.at)) {
    const earlier = latest.get(arrival.key);
    if (earlier) {
      pairs.push([earlier, arrival]);
    }
    latest.set(arrival.key, arrival);
  }
  return pairs;
}
