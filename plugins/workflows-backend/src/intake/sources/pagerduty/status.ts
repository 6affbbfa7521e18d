import type { IncidentStatus } from 'backstage-plugin-workflows-common';
import { z } from 'zod';

/** What PagerDuty's statuses are called is what ours are. */
export const pagerdutyStatus = z.enum([
  'triggered',
  'acknowledged',
  'resolved',
]);

/** By the last part of the event's type; V1 and V2 spell the first form. */
const STATUS_BY_EVENT = new Map<string, IncidentStatus>([
  ['trigger', 'triggered'],
  ['triggered', 'triggered'],
  ['acknowledge', 'acknowledged'],
  ['acknowledged', 'acknowledged'],
  ['unacknowledge', 'triggered'],
  ['unacknowledged', 'triggered'],
  ['reopened', 'triggered'],
  ['resolve', 'resolved'],
  ['resolved', 'resolved'],
]);

/**
 * The status after an event: what its type says happened, else the one that the
 * incident is sent with, which may have been read a moment later.
 */
export function statusAfter(
  eventType: string,
  status: IncidentStatus | undefined,
): IncidentStatus | undefined {
  return STATUS_BY_EVENT.get(eventName(eventType)) ?? status;
}

export function isEscalation(eventType: string): boolean {
  return ['escalate', 'escalated'].includes(eventName(eventType));
}

function eventName(eventType: string): string {
  return eventType.replace(/^incident\./, '');
}
