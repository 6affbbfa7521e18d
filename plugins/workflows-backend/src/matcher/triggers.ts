import {
  type IncidentContext,
  type IncidentStatus,
  isOpenStatus,
} from 'backstage-plugin-workflows-common';
import type { AgeSpan } from './ages';

/** What may set workflows off. */
export type FiredTrigger =
  | { type: 'incident_created'; episode: number }
  | { type: 'state_changed'; from: IncidentStatus; to: IncidentStatus }
  | { type: 'incident_updated' }
  | { type: 'escalation' }
  | ({ type: 'age' } & AgeSpan)
  | { type: 'manual'; requestKey: string };

/**
 * What the arrival of one event sets off, by what it changed in the folded
 * incident. Pure; the stored context is enough to tell it again.
 *
 * `incident_created` fires for each episode that the event made known. The
 * number of episodes never falls as events arrive, in whatever order, so each
 * fires exactly once; a resolve whose opening was never heard of makes none.
 * `state_changed` fires when the folded status is another than before; a late
 * event, which does not move the incident, fires nothing. `incident_updated`
 * fires when a known incident became another one in any way, and `escalation`
 * when the event says so of an incident that is open: a late one, of an incident
 * that has ended meanwhile, would call people for nothing.
 */
export function firedTriggers(context: IncidentContext): FiredTrigger[] {
  const { incident, change, previous, escalated } = context;
  const fired: FiredTrigger[] = [];
  for (
    let episode = episodesBefore(context) + 1;
    episode <= incident.episode;
    episode++
  ) {
    fired.push({ type: 'incident_created', episode });
  }
  if (change?.from) {
    fired.push({ type: 'state_changed', from: change.from, to: change.to });
  }
  if (previous) {
    fired.push({ type: 'incident_updated' });
  }
  if (escalated && isOpenStatus(incident.status)) {
    fired.push({ type: 'escalation' });
  }
  return fired;
}

function episodesBefore({
  incident: { episode },
  change,
  previous,
}: IncidentContext): number {
  if (typeof previous?.episode === 'number') {
    return previous.episode;
  }
  const isNew = change !== undefined && change.from === undefined;
  return isNew ? 0 : episode;
}
