import type { JsonObject, JsonValue } from '@backstage/types';
import { z } from 'zod';
import type { DefinitionProblem } from '../definition/problems';
import type { ExplainedGroup, StepError, StepState } from '../execution/types';
import { incidentPatchSchema } from '../incident/types';
import { jsonValueSchema } from '../json';
import type { EntityScope } from '../matching/entityScope';

/**
 * What a dry run is about: an incident of the past, one that is written down
 * here, or, with neither, a sample that the trigger's conditions hold for.
 */
const subject = {
  /** An incident that the caller may read. */
  incidentId: z.uuid().optional(),
  /** Fields of an incident that there is not. */
  incident: incidentPatchSchema
    .extend({ entityRef: z.string().max(255).optional() })
    .optional(),
  /** What steps are taken to give, by node, in place of a sample. */
  outputs: z.record(z.string().max(64), jsonValueSchema).optional(),
};

/** @public */
export const dryRunSchema = z.strictObject({
  definition: z.record(z.string(), jsonValueSchema),
  /** Whose secrets and owner count. */
  workflowId: z.uuid().optional(),
  ...subject,
});

/** @public */
export const dryRunWorkflowSchema = z.strictObject({
  /** The latest unless named. */
  version: z.int().min(1).optional(),
  ...subject,
});

/** @public */
export type DryRunRequest = z.infer<typeof dryRunSchema>;
/** @public */
export type DryRunWorkflowRequest = z.infer<typeof dryRunWorkflowSchema>;

/**
 * A step as it would be.
 *
 * @public
 */
export interface DryRunStep {
  nodeId: string;
  state: Extract<StepState, 'completed' | 'failed' | 'skipped'>;
  /** The way that a condition takes. */
  branch?: 'true' | 'false';
  /** Why the condition goes that way, or a delay's trigger is found to hold, or not. */
  explanation?: ExplainedGroup;
  /** How long a delay waits, in milliseconds. */
  waitMs?: number;
  /** Exactly what would be sent, with secrets as references. */
  request?: JsonObject;
  /** What later steps are given: what the caller said, or a sample in the shape of the action's output. */
  output?: JsonValue;
  error?: StepError;
}

/**
 * What a workflow would do. Nothing was sent and nothing was kept.
 *
 * @public
 */
export interface DryRun {
  /** What is wrong with the definition; with one that {@link blocksDryRun} nothing else is told. */
  problems: DefinitionProblem[];
  /** Whether the incident would have set it off; the path is shown all the same. */
  trigger?: {
    matched: boolean;
    /** What said no first. */
    stoppedBy?: 'scope' | 'trigger' | 'conditions';
    scope: EntityScope;
    explanation: ExplainedGroup;
  };
  /** In the order in which they run. */
  steps: DryRunStep[];
  /** Ids of the edges that it goes along. */
  edges: string[];
  outcome?: 'COMPLETED' | 'FAILED' | 'CANCELLED';
  /** The incident that it was played with. */
  incident?: JsonObject;
}
