import { mergeTickets, ticketsOf } from './tickets';
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
  return ordered.reduce<FoldedIncident | undefined>(foldEvent, undefined);
}

/**
 * Adds an event to what those before it say. The same as {@link foldIncident} of
 * all of them, when the event comes after each by {@link compareEvents}; a late
 * one needs all to be folded again.
 *
 * @public
 */
export function foldEvent(
  incident: FoldedIncident | undefined,
  event: OrderedIncidentEvent,
): FoldedIncident {
  return applyEvent(incident ?? emptyIncident(event), event);
}

/**
 * The order in which events are folded: by source time, then by delivery.
 *
 * @public
 */
export function compareEvents(
  a: Pick<OrderedIncidentEvent, 'occurredAt' | 'orderKey'>,
  b: Pick<OrderedIncidentEvent, 'occurredAt' | 'orderKey'>,
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
  const { labels, metadata, status, tickets, ...fields } = event.patch;
  const { entityByHand: _, ...known } = incident;
  const next: FoldedIncident = {
    ...known,
    ...present(fields),
    labels: { ...incident.labels, ...labels },
    metadata: applyMetadata(incident, event.patch),
    ...applyEntity(incident, event),
    ...(event.entityAnnotations && {
      entityAnnotations: {
        ...incident.entityAnnotations,
        ...event.entityAnnotations,
      },
    }),
  };
  return status ? applyStatus(next, status, event.occurredAt) : next;
}

function applyMetadata(
  incident: FoldedIncident,
  { metadata, tickets }: OrderedIncidentEvent['patch'],
): FoldedIncident['metadata'] {
  const { tickets: _reserved, ...own } = metadata ?? {};
  return {
    ...incident.metadata,
    ...own,
    ...(tickets && { tickets: mergeTickets(ticketsOf(incident), tickets) }),
  };
}

/** What a source says is kept apart from what was set by hand; empty takes that back. */
function applyEntity(
  { entityRef, entityByHand }: FoldedIncident,
  event: OrderedIncidentEvent,
): Pick<FoldedIncident, 'entityRef' | 'entityByHand'> {
  const byHand = event.edit ? event.entityRef ?? entityByHand : entityByHand;
  const said = (!event.edit && event.entityRef) || entityRef;
  return {
    ...(said && { entityRef: said }),
    ...(byHand && { entityByHand: byHand }),
  };
}

function applyStatus(
  incident: FoldedIncident,
  status: FoldedIncident['status'],
  occurredAt: string,
): FoldedIncident {
  const wasOpen = incident.episode > 0 && isOpenStatus(incident.status);
  const statusSince =
    incident.episode > 0 && incident.status === status
      ? incident.statusSince
      : occurredAt;
  if (!isOpenStatus(status)) {
    const resolvedAt = wasOpen ? occurredAt : incident.resolvedAt ?? occurredAt;
    return { ...incident, status, statusSince, resolvedAt };
  }
  if (wasOpen) {
    return { ...incident, status, statusSince };
  }
  const { resolvedAt: _, ...reopened } = incident;
  return {
    ...reopened,
    status,
    episode: incident.episode + 1,
    startedAt: occurredAt,
    statusSince: occurredAt,
  };
}

function present<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}
