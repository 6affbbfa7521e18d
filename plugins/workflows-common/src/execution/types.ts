import type { JsonObject, JsonValue } from '@backstage/types';
import type { WorkflowDefinition } from '../definition/schema';

/** @public */
export const EXECUTION_STATUSES = [
  'PENDING',
  'RUNNING',
  'WAITING',
  'COMPLETED',
  'FAILED',
  'CANCELLED',
  'SKIPPED',
] as const;

/** @public */
export type ExecutionStatus = (typeof EXECUTION_STATUSES)[number];

/**
 * Why an execution is in its status. Shown to people through translations;
 * `reason` beside it holds the details in words.
 *
 * @public
 */
export type ExecutionReasonCode =
  | 'action_failed'
  | 'action_unknown'
  | 'cancelled_by_user'
  | 'chain_cycle'
  | 'chain_too_deep'
  | 'conditions_no_longer_hold'
  | 'definition_invalid'
  | 'effect_in_doubt'
  | 'incident_resolved'
  | 'internal_error'
  | 'kill_switch'
  | 'template_failed'
  | 'timeout'
  | 'workflow_deleted'
  | 'workflow_disabled';

/** @public */
export const STEP_STATES = [
  'running',
  'waiting',
  'completed',
  'failed',
  'skipped',
] as const;

/** @public */
export type StepState = (typeof STEP_STATES)[number];

/**
 * What is known of a step's effect on the world.
 *
 * - `sent`: the request went out and its answer has not been recorded.
 * - `confirmed`: the receiver's answer said that it took place.
 * - `found`: a probe found it after an ambiguous end.
 * - `in_doubt`: it may have taken place, and nobody can tell.
 * - `none`: it did not take place.
 *
 * @public
 */
export type EffectState = 'sent' | 'confirmed' | 'found' | 'in_doubt' | 'none';

/**
 * What an action promises of its effect when an attempt ends ambiguously.
 *
 * - `keyed`: the receiver deduplicates by the effect key, so it is sent again.
 * - `probed`: the action looks for the effect before it sends again.
 * - `in_doubt`: it is not sent again by itself; a person decides.
 *
 * @public
 */
export type EffectKind = 'keyed' | 'probed' | 'in_doubt';

/**
 * A leaf of a condition with the value that it saw.
 *
 * @public
 */
export interface ExplainedLeaf {
  field: string;
  operator: string;
  expected?: JsonValue;
  /** Absent when the field is. */
  actual?: JsonValue;
  holds: boolean;
}

/** @public */
export interface ExplainedGroup {
  match: 'all' | 'any' | 'none';
  holds: boolean;
  conditions: ExplainedCondition[];
}

/** @public */
export type ExplainedCondition = ExplainedLeaf | ExplainedGroup;

/** @public */
export interface StepError {
  /** A stable name for programs, for example `http_status` or `egress_refused`. */
  code: string;
  /** One sentence for people: what happened and what can be done. Holds no secret. */
  message: string;
}

/** @public */
export interface StepAttempt {
  attempt: number;
  startedAt: string;
  finishedAt?: string;
  outcome?: 'succeeded' | 'failed' | 'ambiguous';
  error?: StepError;
  /** What the receiver answered, capped and scrubbed. */
  response?: JsonObject;
}

/**
 * One node of a run.
 *
 * @public
 */
export interface ExecutionStep {
  id: string;
  executionId: string;
  nodeId: string;
  state: StepState;
  /** The way that a condition took. */
  branch?: 'true' | 'false';
  /** Why the condition went that way, or a delay's trigger was found to hold, or not. */
  explanation?: ExplainedCondition;
  effectKey?: string;
  effectState?: EffectState;
  /** The request as sent, with secrets as references. */
  request?: JsonObject;
  output?: JsonValue;
  error?: StepError;
  /** When a waiting step goes on, ISO 8601. */
  resumeAt?: string;
  attempts: StepAttempt[];
  startedAt?: string;
  finishedAt?: string;
}

/**
 * One run of a workflow for one incident.
 *
 * @public
 */
export interface WorkflowExecution {
  id: string;
  workflowId: string;
  workflowName: string;
  version: number;
  incidentId?: string;
  incidentTitle?: string;
  entityRef?: string;
  ownerRef?: string;
  status: ExecutionStatus;
  reasonCode?: ExecutionReasonCode;
  /** The reason in words. */
  reason?: string;
  mode: 'real' | 'test';
  /** What fired it. */
  trigger: string;
  /** Active time so far, in milliseconds; waiting is not counted. */
  activeMs: number;
  /** The execution that this one retries. */
  parentId?: string;
  /** Who asked for it; absent when an event did. */
  requestedBy?: string;
  createdAt: string;
  startedAt?: string;
  finishedAt?: string;
  /** When a waiting execution goes on, ISO 8601. */
  resumeAt?: string;
}

/** @public */
export interface WorkflowExecutionDetail extends WorkflowExecution {
  /** The definition as it was when the run was made. */
  definition: WorkflowDefinition;
  /** In the order in which they ran. */
  steps: ExecutionStep[];
}
