import type {
  WorkflowDefinition,
  WorkflowSummary,
  WorkflowVersion,
  WorkflowVersionSummary,
} from 'backstage-plugin-workflows-common';
import { fromJson, toIso, toOptionalIso } from '../database/conversion';
import type {
  WorkflowExecutionRow,
  WorkflowRow,
  WorkflowVersionRow,
} from '../database/rows';
import type { Caller } from '../permissions/Caller';
import { mayChange } from '../permissions/floor';

/** A row as the API gives it; `editable` by the floor alone. */
export function toWorkflowSummary(
  row: WorkflowRow,
  caller: Caller,
  lastExecution?: Pick<WorkflowExecutionRow, 'id' | 'status' | 'created_at'>,
): WorkflowSummary {
  const ownerRef = row.owner_ref || undefined;
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    ownerRef,
    enabled: Boolean(row.enabled),
    latestVersion: row.latest_version,
    publishedVersion: row.published_version ?? undefined,
    triggerType: fromJson<WorkflowDefinition>(row.definition).trigger.type,
    createdAt: toIso(row.created_at),
    createdBy: row.created_by,
    updatedAt: toIso(row.updated_at),
    updatedBy: row.updated_by,
    editable: mayChange(caller, { ownerRef }),
    lastExecution: lastExecution && {
      id: lastExecution.id,
      status: lastExecution.status,
      createdAt: toIso(lastExecution.created_at),
    },
  };
}

export function toVersionSummary(
  row: Omit<WorkflowVersionRow, 'definition'>,
): WorkflowVersionSummary {
  return {
    version: row.version,
    authorRef: row.author_ref,
    note: row.note ?? undefined,
    createdAt: toIso(row.created_at),
    publishedAt: toOptionalIso(row.published_at),
    publishedBy: row.published_by ?? undefined,
  };
}

export function toVersion(row: WorkflowVersionRow): WorkflowVersion {
  return {
    ...toVersionSummary(row),
    definition: fromJson(row.definition),
  };
}
