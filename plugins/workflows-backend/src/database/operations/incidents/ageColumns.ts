import {
  AGE_STATES,
  type AgeState,
  type FoldedIncident,
  isOpenStatus,
} from 'backstage-plugin-workflows-common';
import type { IncidentRow } from '../../rows';

/** What is looked at of an incident. */
type Aging = Pick<
  FoldedIncident,
  'status' | 'episode' | 'startedAt' | 'statusSince'
>;

/** The shortest time that an age trigger waits for, by state, in milliseconds. */
export type ShortestAges = Partial<Record<AgeState, number>>;

/** What {@link ageColumns} gives: the columns that change. */
export type AgeColumns = Partial<
  Pick<IncidentRow, 'due_at' | `${AgeState}_since` | `${AgeState}_known_at`>
>;

/**
 * The columns of a locked incident's ages, as far as an event changed them. A
 * period that begins is known from now on; a late event may move its beginning,
 * and it stays known. It becomes due for the first trigger that may wait for it;
 * the look at it then finds out which do. Pure.
 */
export function ageColumns(options: {
  /** By the database's clock, read while the incident was locked. */
  nowMs: number;
  before: Aging | undefined;
  after: Aging;
  shortest: ShortestAges;
}): AgeColumns {
  const { nowMs, before, after, shortest } = options;
  const columns: AgeColumns = {};
  for (const state of AGE_STATES) {
    const was = before && ageSince(before, state);
    const is = ageSince(after, state);
    if (is !== was) {
      columns[`${state}_since`] = is ?? null;
    }
    if (is === undefined && was !== undefined) {
      columns[`${state}_known_at`] = null;
    }
    if (
      is !== undefined &&
      (was === undefined || before?.episode !== after.episode)
    ) {
      // After whatever a look in this very millisecond has covered.
      columns[`${state}_known_at`] = nowMs + 1;
    }
  }
  if (Object.keys(columns).length > 0) {
    const moments = AGE_STATES.flatMap(state => {
      const since = ageSince(after, state);
      const age = shortest[state];
      return since === undefined || age === undefined ? [] : [since + age];
    });
    columns.due_at = moments.length > 0 ? Math.min(...moments) : null;
  }
  return columns;
}

/** Since when an incident is in a state; `undefined` when it is not. Pure. */
export function ageSince(incident: Aging, state: AgeState): number | undefined {
  const { status, episode, startedAt, statusSince } = incident;
  const holds =
    state === 'open' ? isOpenStatus(status) : status === 'triggered';
  if (episode === 0 || !holds) {
    return undefined;
  }
  return Date.parse(state === 'open' ? startedAt : statusSince ?? startedAt);
}

/** The periods that {@link ageColumns} wrote. */
export function agesOf(row: IncidentRow) {
  const period = (
    since: IncidentRow['open_since'],
    known: IncidentRow['open_known_at'],
  ) =>
    since === null || known === null
      ? undefined
      : { sinceMs: Number(since), knownMs: Number(known) };
  return {
    open: period(row.open_since, row.open_known_at),
    unacknowledged: period(
      row.unacknowledged_since,
      row.unacknowledged_known_at,
    ),
  };
}
