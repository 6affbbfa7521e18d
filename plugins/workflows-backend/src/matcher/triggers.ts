import type {
  FoldedIncident,
  IncidentContext,
  IncidentStatus,
} from 'backstage-plugin-workflows-common';

/** What an event sets off. The once-key makes it unique per workflow. */
export type FiredTrigger =
  | { type: 'incident_created'; episode: number; onceKey: string }
  | {
      type: 'state_changed';
      from: IncidentStatus;
      to: IncidentStatus;
      onceKey: string;
    };

/**
 * What the arrival of one event sets off, by what it changed in the folded
 * incident. Pure.
 *
 * `incident_created` fires for each episode that the event made known. The
 * number of episodes never falls as events arrive, in whatever order, so each
 * fires exactly once; a resolve whose opening was never heard of makes none.
 * `state_changed` fires when the folded status is another than before; a late
 * event, which does not move the incident, fires nothing.
 */
export function firedTriggers(options: {
  before: FoldedIncident | undefined;
  after: FoldedIncident;
  incidentId: string;
  eventId: string;
}): FiredTrigger[] {
  const { before, after, incidentId, eventId } = options;
  const fired: FiredTrigger[] = [];
  for (
    let episode = (before?.episode ?? 0) + 1;
    episode <= after.episode;
    episode++
  ) {
    fired.push({
      type: 'incident_created',
      episode,
      onceKey: `created:${incidentId}:${episode}`,
    });
  }
  if (before && before.status !== after.status) {
    fired.push({
      type: 'state_changed',
      from: before.status,
      to: after.status,
      onceKey: `state:${eventId}`,
    });
  }
  return fired;
}

/** How the event changed the status, for people and templates. */
export function statusChange(
  before: FoldedIncident | undefined,
  after: FoldedIncident,
): IncidentContext['change'] {
  if (!before) {
    return { to: after.status };
  }
  return before.status === after.status
    ? undefined
    : { from: before.status, to: after.status };
}
