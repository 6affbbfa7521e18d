import type {
  EffectState,
  ExecutionReasonCode,
  ExecutionStatus,
  ExecutionStep,
  StepAttempt,
  StepState,
  WorkflowExecution,
  WorkflowExecutionDetail,
} from 'backstage-plugin-workflows-common';
import {
  fromJson,
  fromOptionalJson,
  toIso,
  toMillis,
  toOptionalIso,
} from '../database/conversion';
import type { ExecutionDetailRows } from '../database/operations/executionReads/getExecution';
import type { ExecutionReadRow } from '../database/operations/executionReads/selectExecutions';
import type {
  WorkflowExecutionStepRow,
  WorkflowStepAttemptRow,
} from '../database/rows';

export function toExecution(row: ExecutionReadRow): WorkflowExecution {
  return {
    id: row.id,
    workflowId: row.workflow_id,
    workflowName: row.workflow_name,
    version: row.version,
    incidentId: row.incident_id ?? undefined,
    incidentTitle: row.incident_title ?? undefined,
    entityRef: row.entity_ref ?? undefined,
    ownerRef: row.owner_ref || undefined,
    status: row.status as ExecutionStatus,
    reasonCode: (row.reason_code as ExecutionReasonCode | null) ?? undefined,
    reason: row.reason ?? undefined,
    mode: row.mode,
    trigger: row.trigger,
    activeMs: toMillis(row.active_ms),
    parentId: row.parent_id ?? undefined,
    requestedBy: row.requested_by ?? undefined,
    createdAt: toIso(row.created_at),
    startedAt: toOptionalIso(row.started_at),
    finishedAt: toOptionalIso(row.finished_at),
    resumeAt: toOptionalIso(row.resume_at),
  };
}

export function toExecutionDetail({
  execution,
  steps,
}: ExecutionDetailRows): WorkflowExecutionDetail {
  return {
    ...toExecution(execution),
    definition: fromJson(execution.definition_snapshot),
    steps: steps.map(({ step, attempts }) => toStep(step, attempts)),
  };
}

function toStep(
  row: WorkflowExecutionStepRow,
  attempts: WorkflowStepAttemptRow[],
): ExecutionStep {
  return {
    id: row.id,
    executionId: row.execution_id,
    nodeId: row.node_id,
    state: row.state as StepState,
    branch: row.branch ?? undefined,
    explanation: fromOptionalJson(row.explanation),
    effectKey: row.effect_key ?? undefined,
    effectState: (row.effect_state as EffectState | null) ?? undefined,
    request: fromOptionalJson(row.request),
    output: fromOptionalJson(row.output),
    error: fromOptionalJson(row.error),
    resumeAt: toOptionalIso(row.resume_at),
    startedAt: toOptionalIso(row.started_at),
    finishedAt: toOptionalIso(row.finished_at),
    attempts: attempts.map(toAttempt),
  };
}

function toAttempt(row: WorkflowStepAttemptRow): StepAttempt {
  return {
    attempt: row.attempt,
    startedAt: toIso(row.started_at),
    finishedAt: toOptionalIso(row.finished_at),
    outcome: row.outcome ?? undefined,
    error: fromOptionalJson(row.error),
    response: fromOptionalJson(row.response),
  };
}
