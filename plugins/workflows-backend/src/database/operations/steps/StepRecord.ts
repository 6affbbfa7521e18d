import type { JsonObject, JsonValue } from '@backstage/types';
import type {
  EffectState,
  ExplainedCondition,
  StepError,
  StepState,
} from 'backstage-plugin-workflows-common';
import { fromOptionalJson } from '../../conversion';
import { attemptFields, stepFields } from '../../stepFields';
import type {
  WorkflowExecutionStepRow,
  WorkflowStepAttemptRow,
} from '../../rows';

/** One try of an action. Without an outcome it is under way, or a crash cut it off. */
export interface AttemptRecord {
  id: string;
  attempt: number;
  outcome?: 'succeeded' | 'failed' | 'ambiguous';
  error?: StepError;
  response?: JsonObject;
}

/** One node of a run, as the worker that runs it sees it. */
export interface StepRecord {
  id: string;
  executionId: string;
  nodeId: string;
  state: StepState;
  branch?: 'true' | 'false';
  explanation?: ExplainedCondition;
  effectKey?: string;
  effectState?: EffectState;
  request?: JsonObject;
  output?: JsonValue;
  error?: StepError;
  /** Boxed, because a token may be null. */
  waitToken?: { token: JsonValue };
  /** When a waiting step goes on, from the moment of reading or writing. */
  resumeInMs?: number;
  /** Loaded for the step that is open. */
  attempts: AttemptRecord[];
}

/** A step as it is stored, with `resume_in` counted by the database's clock. */
export function toStepRecord(
  row: WorkflowExecutionStepRow & { resume_in: number | string | null },
  attempts: readonly WorkflowStepAttemptRow[],
): StepRecord {
  return {
    ...stepFields(row),
    waitToken: fromOptionalJson(row.wait_token),
    resumeInMs: row.resume_in === null ? undefined : Number(row.resume_in),
    attempts: attempts.map(attempt => ({
      id: attempt.id,
      ...attemptFields(attempt),
    })),
  };
}
