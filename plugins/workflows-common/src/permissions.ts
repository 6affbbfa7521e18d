import { createPermission } from '@backstage/plugin-permission-common';

/** @public */
export const RESOURCE_TYPE_WORKFLOW = 'workflow';
/** @public */
export const RESOURCE_TYPE_EXECUTION = 'workflow-execution';
/** @public */
export const RESOURCE_TYPE_INCIDENT = 'incident';

/** @public */
export const workflowReadPermission = createPermission({
  name: 'workflow.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_WORKFLOW,
});

/** @public */
export const workflowCreatePermission = createPermission({
  name: 'workflow.create',
  attributes: { action: 'create' },
});

/** @public */
export const workflowUpdatePermission = createPermission({
  name: 'workflow.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_WORKFLOW,
});

/** @public */
export const workflowDeletePermission = createPermission({
  name: 'workflow.delete',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_WORKFLOW,
});

/**
 * Publish, enable and disable: what decides what runs.
 *
 * @public
 */
export const workflowPublishPermission = createPermission({
  name: 'workflow.publish',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_WORKFLOW,
});

/**
 * Run it by hand on an incident.
 *
 * @public
 */
export const workflowExecutePermission = createPermission({
  name: 'workflow.execute',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_WORKFLOW,
});

/** @public */
export const workflowSecretReadPermission = createPermission({
  name: 'workflow.secret.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_WORKFLOW,
});

/** @public */
export const workflowSecretUpdatePermission = createPermission({
  name: 'workflow.secret.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_WORKFLOW,
});

/** @public */
export const executionReadPermission = createPermission({
  name: 'execution.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_EXECUTION,
});

/** @public */
export const executionCancelPermission = createPermission({
  name: 'execution.cancel',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_EXECUTION,
});

/**
 * Make a new execution of one that has ended.
 *
 * @public
 */
export const executionRetryPermission = createPermission({
  name: 'execution.retry',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_EXECUTION,
});

/** @public */
export const incidentReadPermission = createPermission({
  name: 'incident.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_INCIDENT,
});

/**
 * Tell of an incident: declare one in the portal, or send one as a service.
 *
 * @public
 */
export const incidentCreatePermission = createPermission({
  name: 'incident.create',
  attributes: { action: 'create' },
});

/**
 * Change an incident by hand.
 *
 * @public
 */
export const incidentUpdatePermission = createPermission({
  name: 'incident.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_INCIDENT,
});

/**
 * Every permission of the plugin, for policies that list them.
 *
 * @public
 */
export const workflowsPermissions = [
  workflowReadPermission,
  workflowCreatePermission,
  workflowUpdatePermission,
  workflowDeletePermission,
  workflowPublishPermission,
  workflowExecutePermission,
  workflowSecretReadPermission,
  workflowSecretUpdatePermission,
  executionReadPermission,
  executionCancelPermission,
  executionRetryPermission,
  incidentReadPermission,
  incidentCreatePermission,
  incidentUpdatePermission,
];
