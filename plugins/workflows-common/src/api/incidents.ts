import type { JsonValue } from '@backstage/types';
import { z } from 'zod';
import {
  INCIDENT_STATUSES,
  type Incident,
  type IncidentEvent,
  incidentEventSchema,
} from '../incident/types';
import { incidentTicketSchema } from '../incident/tickets';
import { pageSchema } from './pageSchema';

const text = (max: number) => z.string().max(max).optional();

/**
 * An event of an incident that its caller tells of. Without `incidentKey` it is
 * a new incident, which is `triggered` unless it says otherwise and needs a
 * title. `occurredAt` is the time of arrival when absent.
 *
 * @public
 */
export const createIncidentSchema = incidentEventSchema.partial({
  incidentKey: true,
  occurredAt: true,
});

/**
 * An edit of an incident: the fields that are there are set, the others stay.
 *
 * @public
 */
export const updateIncidentSchema = z
  .strictObject({
    status: z.enum(INCIDENT_STATUSES).optional(),
    title: z.string().trim().min(1, 'must not be empty').max(1_000).optional(),
    description: text(20_000),
    severity: text(100),
    priority: text(100),
    service: text(300),
    team: text(300),
    assignee: text(300),
    url: text(2_000),
    labels: z.record(z.string().max(200), z.string().max(2_000)).optional(),
    /** Added to those that are known. */
    tickets: z.array(incidentTicketSchema).max(100).optional(),
    /**
     * The entity that it is about, whatever the source says; null to go by the
     * source again.
     */
    entityRef: z.string().min(1).max(300).nullable().optional(),
  })
  .refine(edit => Object.keys(edit).length > 0, 'must name at least one field');

/** @public */
export const incidentTimelineQuerySchema = z.strictObject(pageSchema);

/** @public */
export type CreateIncidentRequest = z.infer<typeof createIncidentSchema>;
/** @public */
export type UpdateIncidentRequest = z.infer<typeof updateIncidentSchema>;
/** @public */
export type IncidentTimelineQuery = z.infer<typeof incidentTimelineQuerySchema>;

/**
 * Where an incident that a caller told of was kept.
 *
 * @public
 */
export interface CreatedIncident {
  /** `duplicate` when a request with the same key was kept before. */
  status: 'accepted' | 'duplicate';
  deliveryId: string;
  sourceId: string;
  incidentKey: string;
  /** The incident, when it was there in time for the answer. */
  incidentId?: string;
}

/** @public */
export interface IncidentDetail extends Incident {
  /** Whether the caller may change it. */
  editable: boolean;
}

/**
 * One field that an event changed; of labels and metadata each key is one, such
 * as `labels.region`.
 *
 * @public
 */
export interface IncidentChange {
  field: string;
  /** Absent when there was nothing. */
  from?: JsonValue;
  /** Absent when there is nothing any more. */
  to?: JsonValue;
}

/**
 * One event of an incident with what came of it.
 *
 * @public
 */
export interface IncidentTimelineEntry {
  id: string;
  /** By the source's clock. */
  occurredAt: string;
  receivedAt: string;
  /** What it said. */
  event: IncidentEvent;
  /** What that changed; a late event may change nothing. */
  changes: IncidentChange[];
  /** Something that happened later had arrived before. */
  late?: true;
  /** Absent for an edit. */
  deliveryId?: string;
  /** Who edited, or declared it. */
  actorRef?: string;
  /** The execution that led to it. */
  causedBy?: string;
  /** The runs that it set off, as far as the caller may see them. */
  executions: Array<{
    id: string;
    workflowId: string;
    workflowName: string;
    status: string;
  }>;
}
