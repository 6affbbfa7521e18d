import { channel } from 'node:diagnostics_channel';
import {
  type MatchableEvent,
  type WorkflowMatch,
  matchIncident,
} from './matchIncident';
import type { WorkflowIndex } from './WorkflowIndex';

/** Where it is published how long each event took to be matched: `{ ms }`. */
export const MATCHED_CHANNEL = 'backstage-plugin-workflows:matched';

const matched = channel(MATCHED_CHANNEL);

/** {@link matchIncident}, timed for those who listen. */
export function observedMatch(
  event: MatchableEvent,
  index: WorkflowIndex,
): WorkflowMatch[] {
  if (!matched.hasSubscribers) {
    return matchIncident(event, index);
  }
  const startedAt = performance.now();
  const matches = matchIncident(event, index);
  matched.publish({ ms: performance.now() - startedAt });
  return matches;
}
