import {
  type FoldedIncident,
  type OrderedIncidentEvent,
  isOpenStatus,
} from './types';

/**
 * What the events of one incident say together, whatever the order in which
 * they arrived. Pure: the same set of events, in any order, duplicated or not,
 * gives the same incident.
 *
 * Events are ordered by source time, then by delivery. Later present fields
 * win; absent fields say nothing; labels and metadata are merged by key. A
 * late event therefore never moves the incident back. An open event while no
 * episode is open starts the next episode.
 *
 * @returns `undefined` when there are no events
 * @public
 */
export function foldIncident(
  events: readonly OrderedIncidentEvent[],
): FoldedIncident | undefined {
  const ordered = [...new Map(events.map(e => [e.orderKey, e])).values()].sort(
    compareEvents,
  );
  if (ordered.length === 0) {
    return undefined;
  }
  return ordered.reduce(applyEvent, emptyIncident(ordered[0]));
}

function compareEvents(
  a: OrderedIncidentEvent,
  b: OrderedIncidentEvent,
): number {
  return (
    Date.parse(a.occurredAt) - Date.parse(b.occurredAt) ||
    (a.orderKey < b.orderKey ? -1 : Number(a.orderKey > b.orderKey))
  );
}

function emptyIncident(first: OrderedIncidentEvent): FoldedIncident {
  return {
    status: 'triggered',
    episode: 0,
    title: first.incidentKey,
    labels: {},
    metadata: {},
    startedAt: first.occurredAt,
  };
}

function applyEvent(
  incident: FoldedIncident,
  event: OrderedIncidentEvent,
): FoldedIncident {
  const { labels, metadata, status, ...fields } = event.patch;
  const next: FoldedIncident = {
    ...incident,
    ...present(fields),
    labels: { ...incident.labels, ...labels },
    metadata: { ...incident.metadata, ...metadata },
    ...(event.entityRef ? { entityRef: event.entityRef } : {}),
    ...(event.entityAnnotations && {
      entityAnnotations: {
        ...incident.entityAnnotations,
        ...event.entityAnnotations,
      },
    }),
  };
  return status ? applyStatus(next, status, event.occurredAt) : next;
}

function applyStatus(
  incident: FoldedIncident,
  status: FoldedIncident['status'],
  occurredAt: string,
): FoldedIncident {
  const wasOpen = incident.episode > 0 && isOpenStatus(incident.status);
  if (!isOpenStatus(status)) {
    const resolvedAt = wasOpen ? occurredAt : incident.resolvedAt ?? occurredAt;
    return { ...incident, status, resolvedAt };
  }
  if (wasOpen) {
    return { ...incident, status };
  }
  const { resolvedAt: _, ...reopened } = incident;
  return {
    ...reopened,
    status,
    episode: incident.episode + 1,
    startedAt: occurredAt,
  };
}

function present<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}
