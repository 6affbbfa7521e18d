import { z } from 'zod';
import type { ExecutionStatus, ExplainedGroup } from '../execution/types';
import type { EntityScope } from '../matching/entityScope';

/** @public */
export const runWorkflowSchema = z.strictObject({
  /** The incident to run it on. */
  incidentId: z.uuid(),
});

/** @public */
export type RunWorkflowRequest = z.infer<typeof runWorkflowSchema>;

/** @public */
export const explainQuerySchema = z.strictObject({
  /** The workflow of which it is asked why it ran, or why not. */
  workflowId: z.uuid(),
});

/** @public */
export type ExplainQuery = z.infer<typeof explainQuerySchema>;

/**
 * What became of an event for a workflow.
 *
 * - `ran`: it started a run.
 * - `skipped`: a run was recorded and not run; its reason says why.
 * - `removed`: it must have started a run, which is not kept any more.
 * - `not_created`, `deleted`, `not_published`, `disabled`: the workflow, then.
 * - `by_hand`: only people start it.
 * - `other_trigger`: nothing happened that its trigger waits for.
 * - `trigger`: it happened, but not from, to or of what the trigger names.
 * - `scope`: it is not for this incident's entity.
 * - `conditions`: not all conditions held.
 * - `once`: another event had started it before, and it runs once only.
 * - `age_before`: it counts only what began after it was enabled.
 * - `age_not_reached`: the incident was not in the state for long enough.
 *
 * @public
 */
export const EXPLAIN_OUTCOMES = [
  'ran',
  'skipped',
  'removed',
  'not_created',
  'deleted',
  'not_published',
  'disabled',
  'by_hand',
  'other_trigger',
  'trigger',
  'scope',
  'conditions',
  'once',
  'age_before',
  'age_not_reached',
] as const;

/** @public */
export type ExplainOutcome = (typeof EXPLAIN_OUTCOMES)[number];

/**
 * One event of an incident, and what became of it for a workflow. For a trigger
 * of an age it stands for the time from this event to the next one.
 *
 * @public
 */
export interface ExplainedEvent {
  eventId: string;
  occurredAt: string;
  receivedAt: string;
  /** What the event said happened, of that which workflows wait for. */
  fired: string[];
  /** The version that was published then. */
  version?: number;
  outcome: ExplainOutcome;
  /** When the age was reached, or will be. */
  reachedAt?: string;
  /** The run that was started, or that had been started before. */
  executionId?: string;
  executionStatus?: ExecutionStatus;
  /** Why a run was skipped. */
  reason?: string;
  /** What the conditions saw. */
  conditions?: ExplainedGroup;
  /** Whether it is for the incident's entity. */
  scope?: EntityScope;
  /** The kill switch was on, so that a run had to wait. */
  killSwitch?: true;
}

/** @public */
export interface WorkflowExplanation {
  workflowId: string;
  workflowName: string;
  /** The newest events, in the order in which they arrived. */
  events: ExplainedEvent[];
}
