import type { OrderedIncidentEvent } from 'backstage-plugin-workflows-common';

/**
 * Events by incident, in the order of the keys: two deliveries that name the
 * same incidents lock them in the same order, so neither waits for the other
 * for ever.
 */
export function byIncident(
  events: readonly OrderedIncidentEvent[],
): Array<[string, OrderedIncidentEvent[]]> {
  const groups = new Map<string, OrderedIncidentEvent[]>();
  for (const event of events) {
    const group = groups.get(event.incidentKey);
    if (group) {
      group.push(event);
    } else {
      groups.set(event.incidentKey, [event]);
    }
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
