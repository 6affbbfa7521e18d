import type {
  ExecutionReasonCode,
  ExecutionStatus,
  ExecutionStep,
  StepAttempt,
  WorkflowExecution,
  WorkflowExecutionDetail,
} from 'backstage-plugin-workflows-common';
import {
  fromJson,
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
import { attemptFields, stepFields } from '../database/stepFields';

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
    ...stepFields(row),
    resumeAt: toOptionalIso(row.resume_at),
    startedAt: toOptionalIso(row.started_at),
    finishedAt: toOptionalIso(row.finished_at),
    attempts: attempts.map(toAttempt),
  };
}

function toAttempt(row: WorkflowStepAttemptRow): StepAttempt {
  return {
    ...attemptFields(row),
    startedAt: toIso(row.started_at),
    finishedAt: toOptionalIso(row.finished_at),
  };
}
