import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { IncidentSourceType } from './createIncidentSource';
import type { WorkflowAction } from './createWorkflowAction';
import type { ExecutionDriver } from './ExecutionDriver';

/** @public */
export interface WorkflowsActionsExtensionPoint {
  /** @throws Error when the id is taken */
  addAction(...actions: WorkflowAction[]): void;
}

/**
 * Adds actions to the palette.
 *
 * @public
 */
export const workflowsActionsExtensionPoint =
  createExtensionPoint<WorkflowsActionsExtensionPoint>({
    id: 'workflows.actions',
  });

/** @public */
export interface WorkflowsSourcesExtensionPoint {
  /** @throws Error when the type is taken */
  addSourceType(...types: IncidentSourceType[]): void;
}

/**
 * Adds kinds of senders.
 *
 * @public
 */
export const workflowsSourcesExtensionPoint =
  createExtensionPoint<WorkflowsSourcesExtensionPoint>({
    id: 'workflows.sources',
  });

/** @public */
export interface WorkflowsExecutionDriverExtensionPoint {
  /** @throws Error when one is set already */
  setDriver(driver: ExecutionDriver): void;
}

/**
 * Replaces the table driver.
 *
 * @public
 */
export const workflowsExecutionDriverExtensionPoint =
  createExtensionPoint<WorkflowsExecutionDriverExtensionPoint>({
    id: 'workflows.execution-driver',
  });
