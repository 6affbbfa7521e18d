import { z } from 'zod';
import { workflowDefinitionSchema } from '../../definition/schema';
import {
  EXECUTION_STATUSES,
  type ExplainedCondition,
  STEP_STATES,
  type WorkflowExecution,
  type WorkflowExecutionDetail,
} from '../../execution/types';
import {
  INCIDENT_STATUSES,
  type Incident,
  incidentEventSchema,
} from '../../incident/types';
import { jsonValueSchema } from '../../json';
import type {
  DeliverySummary,
  IncidentDetail,
  SecretSummary,
  SourceSummary,
  Workflow,
  WorkflowSummary,
  WorkflowVersion,
  WorkflowVersionSummary,
} from '../schemas';
import type { ActionDescriptor } from '../../actions/descriptor';

/*
 * The shapes of the answers for openapi.yaml. Each is held to the type that the
 * client gives: `answer` does not compile when they differ.
 */

const time = z.iso.datetime();
const jsonObject = z.record(z.string(), jsonValueSchema);

/** Holds a schema to a type in both directions. */
function answer<T>() {
  return <S extends z.ZodType>(
    schema: S &
      (z.output<S> extends T
        ? T extends z.output<S>
          ? unknown
          : never
        : never),
  ): S => schema;
}

const workflowSummaryShape = {
  id: z.uuid(),
  name: z.string(),
  description: z.string(),
  ownerRef: z.string().optional(),
  enabled: z.boolean(),
  latestVersion: z.int(),
  publishedVersion: z.int().optional(),
  triggerType: z.string(),
  createdAt: time,
  createdBy: z.string(),
  updatedAt: time,
  updatedBy: z.string(),
  editable: z.boolean(),
  lastExecution: z
    .object({ id: z.uuid(), status: z.string(), createdAt: time })
    .optional(),
};

const problem = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  nodeId: z.string().optional(),
  path: z.string(),
  message: z.string(),
});

const versionSummaryShape = {
  version: z.int(),
  authorRef: z.string(),
  note: z.string().optional(),
  createdAt: time,
  publishedAt: time.optional(),
  publishedBy: z.string().optional(),
};
