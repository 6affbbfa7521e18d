import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import {
  RESOURCE_TYPE_EXECUTION,
  RESOURCE_TYPE_INCIDENT,
  RESOURCE_TYPE_WORKFLOW,
} from 'backstage-plugin-workflows-common';
import type { OwnedResource, OwnerQuery } from './OwnerQuery';

const pluginId = 'workflows';

export const workflowResourceRef = createPermissionResourceRef<
  OwnedResource,
  OwnerQuery
>().with({ pluginId, resourceType: RESOURCE_TYPE_WORKFLOW });

export const executionResourceRef = createPermissionResourceRef<
  OwnedResource,
  OwnerQuery
>().with({ pluginId, resourceType: RESOURCE_TYPE_EXECUTION });

export const incidentResourceRef = createPermissionResourceRef<
  OwnedResource,
  OwnerQuery
>().with({ pluginId, resourceType: RESOURCE_TYPE_INCIDENT });
