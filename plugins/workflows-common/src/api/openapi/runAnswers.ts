import { z } from 'zod';
import { workflowDefinitionSchema } from '../../definition/schema';
import {
  EXECUTION_STATUSES,
  type ExecutionStep,
  STEP_STATES,
  type StepAttempt,
  type WorkflowExecution,
  type WorkflowExecutionDetail,
} from '../../execution/types';
import {
  INCIDENT_STATUSES,
  type Incident,
  incidentPatchSchema,
} from '../../incident/types';
import {
  type EntityResolution,
  RESOLVED_BY,
} from '../../incident/entityResolution';
import { jsonValueSchema } from '../../json';
import type { IncidentDetail, IncidentTimelineEntry } from '../schemas';
import { eventAnswer } from './answers';
import { shape, time } from './shape';

const jsonObject = z.record(z.string(), jsonValueSchema);

const execution = shape<WorkflowExecution>({
  id: z.uuid(),
  workflowId: z.uuid(),
  workflowName: z.string(),
  version: z.int(),
  incidentId: z.uuid().optional(),
  incidentTitle: z.string().optional(),
  entityRef: z.string().optional(),
  ownerRef: z.string().optional(),
  status: z.enum(EXECUTION_STATUSES),
  reasonCode: z.string().optional(),
  reason: z.string().optional(),
  mode: z.enum(['real', 'test']),
  trigger: z.string(),
  activeMs: z.int(),
  parentId: z.uuid().optional(),
  requestedBy: z.string().optional(),
  createdAt: time,
  startedAt: time.optional(),
  finishedAt: time.optional(),
  resumeAt: time.optional(),
});

export const executionAnswer = z.strictObject(execution);

const stepError = z.strictObject({ code: z.string(), message: z.string() });

export const attemptAnswer = z.strictObject(
  shape<StepAttempt>({
    attempt: z.int(),
    startedAt: time,
    finishedAt: time.optional(),
    outcome: z.enum(['succeeded', 'failed', 'ambiguous']).optional(),
    error: stepError.optional(),
    response: jsonObject.optional(),
  }),
);

export const stepAnswer = z.strictObject(
  shape<ExecutionStep>({
    id: z.uuid(),
    executionId: z.uuid(),
    nodeId: z.string(),
    state: z.enum(STEP_STATES),
    branch: z.enum(['true', 'false']).optional(),
    explanation: jsonObject
      .meta({ description: 'Every leaf of the condition with what it saw.' })
      .optional(),
    effectKey: z.string().optional(),
    effectState: z
      .enum(['sent', 'confirmed', 'found', 'in_doubt', 'none'])
      .optional(),
    request: jsonObject.optional(),
    output: jsonValueSchema.optional(),
    error: stepError.optional(),
    resumeAt: time.optional(),
    attempts: z.array(attemptAnswer),
    startedAt: time.optional(),
    finishedAt: time.optional(),
  }),
);

export const executionDetailAnswer = z.strictObject(
  shape<WorkflowExecutionDetail>({
    ...execution,
    definition: workflowDefinitionSchema,
    steps: z.array(stepAnswer),
  }),
);

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
  entityByHand: z.string().optional(),
  entityAnnotations: z.record(z.string(), z.string()).optional(),
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
  shape<IncidentDetail>({
    ...incident,
    timeline: z.array(
      z.strictObject(
        shape<IncidentTimelineEntry>({
          id: z.uuid(),
          occurredAt: time,
          receivedAt: time,
          event: eventAnswer,
        }),
      ),
    ),
  }),
);
