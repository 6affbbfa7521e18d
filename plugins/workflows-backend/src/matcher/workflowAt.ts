import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import type { IndexedWorkflow } from './WorkflowIndex';

/** A change of what runs, in the order in which they were made. */
export interface RecordedChange {
  change: string;
  version: number | null;
  atMs: number;
}

/** A workflow with all that is needed to say what of it ran when. */
export interface WorkflowHistory {
  id: string;
  name: string;
  ownerRef: string;
  createdMs: number;
  changes: readonly RecordedChange[];
  /** Of the versions that were ever published. */
  definitions: ReadonlyMap<number, WorkflowDefinition>;
}

/** What of a workflow ran at a moment, or why nothing did. */
export type WorkflowAt =
  | { workflow: IndexedWorkflow; idle?: undefined }
  | {
      workflow?: undefined;
      idle: 'not_created' | 'deleted' | 'not_published' | 'disabled';
      version?: number;
    };

/** Replays the changes until a moment. Pure. */
export function workflowAt(history: WorkflowHistory, atMs: number): WorkflowAt {
  if (atMs < history.createdMs) {
    return { idle: 'not_created' };
  }
  let version: number | undefined;
  let enabledMs: number | undefined;
  let activeMs = 0;
  let deleted = false;
  for (const change of history.changes) {
    if (change.atMs > atMs) {
      break;
    }
    switch (change.change) {
      case 'published':
        version = change.version ?? undefined;
        activeMs = change.atMs;
        break;
      case 'unpublished':
        version = undefined;
        break;
      case 'enabled':
        enabledMs = change.atMs;
        activeMs = change.atMs;
        break;
      case 'disabled':
        enabledMs = undefined;
        break;
      default:
        deleted = true;
    }
  }
  const definition =
    version === undefined ? undefined : history.definitions.get(version);
  if (deleted) {
    return { idle: 'deleted' };
  }
  if (version === undefined || !definition) {
    return { idle: 'not_published' };
  }
  if (enabledMs === undefined) {
    return { idle: 'disabled', version };
  }
  const { id, name, ownerRef } = history;
  return {
    workflow: {
      id,
      name,
      ownerRef,
      version,
      trigger: definition.trigger,
      once: definition.settings.once,
      enabledMs,
      activeMs,
    },
  };
}
