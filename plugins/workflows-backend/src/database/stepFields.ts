import type { JsonObject, JsonValue } from '@backstage/types';
import type {
  EffectState,
  ExplainedCondition,
  StepError,
  StepState,
} from 'backstage-plugin-workflows-common';
import { fromOptionalJson } from './conversion';
import type { WorkflowExecutionStepRow, WorkflowStepAttemptRow } from './rows';

/** What everybody who reads a step takes from its row. */
export function stepFields(row: WorkflowExecutionStepRow) {
  return {
    id: row.id,
    executionId: row.execution_id,
    nodeId: row.node_id,
    state: row.state as StepState,
    branch: row.branch ?? undefined,
    explanation: fromOptionalJson<ExplainedCondition>(row.explanation),
    effectKey: row.effect_key ?? undefined,
    effectState: (row.effect_state as EffectState | null) ?? undefined,
    request: fromOptionalJson<JsonObject>(row.request),
    output: fromOptionalJson<JsonValue>(row.output),
    error: fromOptionalJson<StepError>(row.error),
  };
}

/** What everybody who reads an attempt takes from its row. */
export function attemptFields(row: WorkflowStepAttemptRow) {
  return {
    attempt: row.attempt,
    outcome: row.outcome ?? undefined,
    error: fromOptionalJson<StepError>(row.error),
    response: fromOptionalJson<JsonObject>(row.response),
  };
}
