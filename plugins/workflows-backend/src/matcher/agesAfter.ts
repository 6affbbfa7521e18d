import {
  AGE_STATES,
  type FoldedIncident,
} from 'backstage-plugin-workflows-common';
import { ageSince } from '../database/operations/incidents/ageColumns';
import type { IncidentAges } from './ages';

/** The periods of an incident after an event, by those before it. Pure. */
export function agesAfter(
  before: { incident: FoldedIncident; ages: IncidentAges } | undefined,
  after: FoldedIncident,
  receivedMs: number,
): IncidentAges {
  const ages: IncidentAges = {};
  for (const state of AGE_STATES) {
    const sinceMs = ageSince(after, state);
    const period =
      before?.incident.episode === after.episode
        ? before.ages[state]
        : undefined;
    if (sinceMs !== undefined) {
      ages[state] = { sinceMs, knownMs: period?.knownMs ?? receivedMs };
    }
  }
  return ages;
}
