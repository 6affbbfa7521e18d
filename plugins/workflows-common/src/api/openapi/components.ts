import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { conditionSchema } from '../../conditions/schema';
import { workflowDefinitionSchema } from '../../definition/schema';
import { jsonValueSchema } from '../../json';
import { replayDeliveriesSchema } from '../deliveries';
import { createIncidentSchema, updateIncidentSchema } from '../incidents';
import { dryRunSchema, dryRunWorkflowSchema } from '../dryRun';
import { putKillSwitchSchema } from '../killSwitch';
import { runWorkflowSchema } from '../matching';
import { retryExecutionSchema } from '../retry';
import {
  createWorkflowSchema,
  disableWorkflowSchema,
  publishWorkflowSchema,
  putSecretSchema,
  updateWorkflowSchema,
  validateWorkflowSchema,
} from '../schemas';
import {
  actionAnswer,
  deliveryAnswer,
  deliveryCountsAnswer,
  deliveryDetailAnswer,
  killSwitchAnswer,
  problemAnswer,
  secretAnswer,
  sourceAnswer,
  versionAnswer,
  versionSummaryAnswer,
  workflowAnswer,
  workflowSummaryAnswer,
} from './answers';
import {
  capabilitiesAnswer,
  entityScopeAnswer,
  fieldAnswer,
} from './catalogAnswers';
import { explanationAnswer } from './matchingAnswers';
import { executionAnswer, executionDetailAnswer } from './runAnswers';
import { draftAnswer } from './draftAnswer';
import { dryRunAnswer } from './dryRunAnswer';
import {
  createdIncidentAnswer,
  incidentAnswer,
  incidentDetailAnswer,
  timelineEntryAnswer,
} from './incidentAnswers';

/** The named schemas of the document. */
const COMPONENTS = {
  Action: actionAnswer,
  Capabilities: capabilitiesAnswer,
  Condition: conditionSchema,
  CreateIncident: createIncidentSchema,
  CreateWorkflow: createWorkflowSchema,
  CreatedIncident: createdIncidentAnswer,
  Delivery: deliveryAnswer,
  DeliveryCounts: deliveryCountsAnswer,
  DeliveryDetail: deliveryDetailAnswer,
  DisableWorkflow: disableWorkflowSchema,
  DryRun: dryRunSchema,
  DryRunResult: dryRunAnswer,
  DryRunWorkflow: dryRunWorkflowSchema,
  EntityScope: entityScopeAnswer,
  Execution: executionAnswer,
  ExecutionDetail: executionDetailAnswer,
  Field: fieldAnswer,
  Incident: incidentAnswer,
  IncidentDetail: incidentDetailAnswer,
  KillSwitch: killSwitchAnswer,
  JsonValue: jsonValueSchema,
  Problem: problemAnswer,
  PublishWorkflow: publishWorkflowSchema,
  PutKillSwitch: putKillSwitchSchema,
  PutSecret: putSecretSchema,
  ReplayDeliveries: replayDeliveriesSchema,
  RetryExecution: retryExecutionSchema,
  RunWorkflow: runWorkflowSchema,
  Secret: secretAnswer,
  Source: sourceAnswer,
  TimelineEntry: timelineEntryAnswer,
  UpdateIncident: updateIncidentSchema,
  UpdateWorkflow: updateWorkflowSchema,
  ValidateWorkflow: validateWorkflowSchema,
  Version: versionAnswer,
  VersionSummary: versionSummaryAnswer,
  Workflow: workflowAnswer,
  WorkflowDefinition: workflowDefinitionSchema,
  WorkflowDraft: draftAnswer,
  WorkflowExplanation: explanationAnswer,
  WorkflowSummary: workflowSummaryAnswer,
} satisfies Record<string, z.ZodType>;

export type ComponentName = keyof typeof COMPONENTS | 'Error';

export function componentRef(name: ComponentName): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

/**
 * `components.schemas`. A value that is any JSON is said to be just that: a
 * recursive schema would make the validator recurse as deeply as a body nests.
 */
export function componentSchemas(): JsonObject {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(COMPONENTS)) {
    registry.add(schema, { id });
  }
  const { schemas } = z.toJSONSchema(registry, {
    io: 'input',
    uri: id => `#/components/schemas/${id}`,
    override: ({ zodSchema, jsonSchema }) => {
      if (jsonSchema.format) {
        // The format says it; zod adds a pattern of 200 characters.
        delete jsonSchema.pattern;
      }
      if ((zodSchema as unknown) === jsonValueSchema) {
        for (const key of Object.keys(jsonSchema)) {
          delete jsonSchema[key];
        }
        jsonSchema.description = 'Any JSON value';
      }
    },
  });
  return {
    Error: errorSchema,
    ...Object.fromEntries(
      Object.entries(schemas).map(([id, { $id, $schema, ...schema }]) => [
        id,
        schema as JsonObject,
      ]),
    ),
  };
}

/** What Backstage answers with when something is wrong. */
const errorSchema: JsonObject = {
  type: 'object',
  required: ['error', 'response'],
  properties: {
    error: {
      type: 'object',
      required: ['name', 'message'],
      properties: {
        name: { type: 'string' },
        message: { type: 'string' },
      },
    },
    request: { type: 'object' },
    response: {
      type: 'object',
      required: ['statusCode'],
      properties: { statusCode: { type: 'integer' } },
    },
  },
};
