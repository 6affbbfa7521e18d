import type { OrderedIncidentEvent } from 'backstage-plugin-workflows-common';
import type { IncidentName } from '../database/operations/incidents/lockIncidents';

/** One event of a write. */
export interface WrittenEvent<W> {
  write: W;
  name: IncidentName;
  event: OrderedIncidentEvent;
}

/** The same for the same incident, and what incidents are ordered by. */
export function nameKey({ sourceId, incidentKey }: IncidentName): string {
  return `${sourceId}\n${incidentKey}`;
}

/**
 * The events of several writes in waves: each holds at most one event of an
 * incident, so that all of a wave may be written at once, and an incident's
 * events keep their order. Incidents are in the order of their names: two
 * transactions that make the same incidents make them in the same order, so
 * neither waits for the other for ever.
 */
export function toWaves<
  W extends { sourceId: string; events: readonly OrderedIncidentEvent[] },
>(writes: readonly W[]): Array<Array<WrittenEvent<W>>> {
  const groups = new Map<string, Array<WrittenEvent<W>>>();
  for (const write of writes) {
    for (const event of write.events) {
      const { sourceId } = write;
      const name = { sourceId, incidentKey: event.incidentKey };
      const group = groups.get(nameKey(name)) ?? [];
      groups.set(nameKey(name), group);
      group.push({ write, name, event });
    }
  }
  const inOrder = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => group);
  const waves = Math.max(0, ...inOrder.map(group => group.length));
  return Array.from({ length: waves }, (_, at) =>
    inOrder.flatMap(group => group.slice(at, at + 1)),
  );
}
