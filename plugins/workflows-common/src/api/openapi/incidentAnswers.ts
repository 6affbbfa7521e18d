import { z } from 'zod';
import {
  type EntityResolution,
  RESOLVED_BY,
} from '../../incident/entityResolution';
import {
  INCIDENT_STATUSES,
  type Incident,
  incidentEventSchema,
  incidentPatchSchema,
} from '../../incident/types';
import { jsonValueSchema } from '../../json';
import type {
  CreatedIncident,
  IncidentChange,
  IncidentDetail,
  IncidentTimelineEntry,
} from '../incidents';
import { shape, time } from './shape';

const jsonObject = z.record(z.string(), jsonValueSchema);

const { tickets: _inMetadata, ...said } = incidentPatchSchema.shape;

const incident = shape<Incident>({
  ...said,
  id: z.uuid(),
  sourceId: z.string(),
  incidentKey: z.string(),
  status: z.enum(INCIDENT_STATUSES),
  episode: z.int(),
  title: z.string(),
  labels: z.record(z.string(), z.string()),
  metadata: jsonObject,
  entityRef: z.string().optional(),
  ownerRef: z.string().optional(),
  systemRef: z.string().optional(),
  entityResolution: z
    .strictObject(
      shape<EntityResolution>({
        resolvedBy: z.enum(RESOLVED_BY).optional(),
        by: z.string().optional(),
        alternatives: z.array(z.string()).optional(),
        unknown: z.array(z.string()).optional(),
      }),
    )
    .optional(),
  entityAnnotations: z.record(z.string(), z.string()).optional(),
  startedAt: time,
  statusSince: time.optional(),
  resolvedAt: time.optional(),
  createdAt: time,
  updatedAt: time,
});

export const incidentAnswer = z.strictObject(incident);

export const incidentDetailAnswer = z.strictObject(
  shape<IncidentDetail>({ ...incident, editable: z.boolean() }),
);

export const createdIncidentAnswer = z.strictObject(
  shape<CreatedIncident>({
    status: z.enum(['accepted', 'duplicate']),
    deliveryId: z.uuid(),
    sourceId: z.string(),
    incidentKey: z.string(),
    incidentId: z.uuid().optional(),
  }),
);

export const timelineEntryAnswer = z.strictObject(
  shape<IncidentTimelineEntry>({
    id: z.uuid(),
    occurredAt: time,
    receivedAt: time,
    event: incidentEventSchema,
    changes: z.array(
      z.strictObject(
        shape<IncidentChange>({
          field: z.string(),
          from: jsonValueSchema.optional(),
          to: jsonValueSchema.optional(),
        }),
      ),
    ),
    late: z.literal(true).optional(),
    deliveryId: z.uuid().optional(),
    actorRef: z.string().optional(),
    causedBy: z.string().optional(),
    executions: z.array(
      z.strictObject({
        id: z.uuid(),
        workflowId: z.uuid(),
        workflowName: z.string(),
        status: z.string(),
      }),
    ),
  }),
);
