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
import { jsonValueSchema } from '../../json';
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
