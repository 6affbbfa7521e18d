import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { jsonValueSchema } from '../json';
import type { EntityResolution } from './entityResolution';
import { incidentTicketSchema } from './tickets';

/** @public */
export const INCIDENT_STATUSES = [
  'triggered',
  'acknowledged',
  'resolved',
  'closed',
] as const;

/** @public */
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];

/**
 * Whether an incident in this status still needs someone.
 *
 * @public
 */
export function isOpenStatus(status: IncidentStatus): boolean {
  return status === 'triggered' || status === 'acknowledged';
}

/**
 * What one event says of an incident. Only the fields that the sender named are
 * present; an absent field says nothing and never erases.
 *
 * @public
 */
export const incidentPatchSchema = z.strictObject({
  status: z.enum(INCIDENT_STATUSES).optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  /** As the sender spells it, for example `critical`. */
  severity: z.string().optional(),
  /** As the sender spells it, for example `P1`. */
  priority: z.string().optional(),
  /** The sender's name or id of the affected service. */
  service: z.string().optional(),
  /** The sender's name or id of the team. */
  team: z.string().optional(),
  assignee: z.string().optional(),
  /** Where people look at the incident at the sender. */
  url: z.string().optional(),
  labels: z.record(z.string(), z.string()).optional(),
  /** The source's own fields; `tickets` is kept for the tickets below. */
  metadata: z.record(z.string(), jsonValueSchema).optional(),
  /** Tickets elsewhere, added to those that are known: `metadata.tickets`. */
  tickets: z.array(incidentTicketSchema).max(100).optional(),
});

/** @public */
export type IncidentPatch = z.infer<typeof incidentPatchSchema>;

/**
 * One event of one incident, as a source's `normalise` makes it.
 *
 * @public
 */
export const incidentEventSchema = z.strictObject({
  /** The incident's id at the source; with the source id it names the incident. */
  incidentKey: z.string().min(1).max(1024),
  /** When it happened by the source's clock, ISO 8601. */
  occurredAt: z.iso.datetime({ offset: true }),
  /** An explicit entity ref in the payload, for example `component:default/checkout`. */
  entityRef: z.string().optional(),
  /**
   * Annotations that the incident's entity carries in the catalog, for example
   * `{ 'pagerduty.com/service-id': 'PABC123' }`: how the sender's own ids lead
   * to an entity.
   */
  entityAnnotations: z.record(z.string(), z.string()).optional(),
  /** The sender said that the incident was escalated. */
  escalated: z.literal(true).optional(),
  patch: incidentPatchSchema,
});

/** @public */
export type IncidentEvent = z.infer<typeof incidentEventSchema>;

/**
 * An event with what orders it among the events of its incident.
 *
 * @public
 */
export interface OrderedIncidentEvent extends IncidentEvent {
  /** Breaks ties of `occurredAt`: the delivery's key and the index in it. */
  orderKey: string;
  /** It was said here, by a person or an action, and not by the source. */
  edit?: true;
}

/**
 * What the catalog says of the entity that an incident is about.
 *
 * @public
 */
export interface IncidentEntity extends JsonObject {
  /** For example `component:default/checkout`. */
  ref: string;
}

/**
 * What the events of one incident say together.
 *
 * @public
 */
export interface FoldedIncident
  extends Omit<IncidentPatch, 'status' | 'metadata' | 'tickets'> {
  status: IncidentStatus;
  /**
   * Counts openings: 1 from the first open event on, one more each time that it
   * opens again after being resolved or closed. 0 when only an end was heard of.
   */
  episode: number;
  title: string;
  labels: Record<string, string>;
  /** The source's own fields, and under `tickets` those elsewhere. */
  metadata: JsonObject;
  entityRef?: string;
  /** The entity that somebody set by hand; it wins over what the source says. */
  entityByHand?: string;
  /** See {@link incidentEventSchema}; merged by annotation. */
  entityAnnotations?: Record<string, string>;
  /** When the current episode began by the source's clock, ISO 8601. */
  startedAt: string;
  /** When its status became what it is, ISO 8601; absent before it had any. */
  statusSince?: string;
  /** When the current episode ended, ISO 8601; absent while it is open. */
  resolvedAt?: string;
}

/**
 * An incident as the API, templates and conditions see it.
 *
 * @public
 */
export interface Incident extends Omit<FoldedIncident, 'entityByHand'> {
  id: string;
  sourceId: string;
  incidentKey: string;
  /** The catalog entity it is about, once resolved. */
  entityRef?: string;
  /** The entity's owner. */
  ownerRef?: string;
  /** The system the entity is part of. */
  systemRef?: string;
  /** How the entity was found, or what led nowhere. */
  entityResolution?: EntityResolution;
  createdAt: string;
  updatedAt: string;
}

/**
 * What the matcher saw, and what a run keeps of the event that fired it.
 *
 * @public
 */
export interface IncidentContext {
  /** As it was right after the event. */
  incident: Incident;
  /** The catalog entity with `spec`, `metadata`, `owner` and `system`; absent when unresolved. */
  entity?: IncidentEntity;
  /** How the event changed the folded status; absent when it did not. */
  change?: {
    /** Absent when the incident was new. */
    from?: IncidentStatus;
    to: IncidentStatus;
  };
  /**
   * What the event changed, field by field as it was before; null when it was not
   * there. Absent when it changed nothing, and when the incident was new.
   */
  previous?: JsonObject;
  /** The event said that the incident was escalated. */
  escalated?: true;
}
