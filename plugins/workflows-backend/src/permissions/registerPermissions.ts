import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { workflowsPermissions } from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { ownersOf } from '../database/operations/ownersOf';
import {
  executionResourceRef,
  incidentResourceRef,
  workflowResourceRef,
} from './resources';
import { ownerRules } from './rules/ownerRules';

/** Tells the permission system what there is to decide on. */
export function registerPermissions(options: {
  registry: PermissionsRegistryService;
  knex: Knex;
}): void {
  const { registry, knex } = options;
  const of = (resourceType: string) =>
    workflowsPermissions.filter(
      permission =>
        permission.type === 'resource' &&
        permission.resourceType === resourceType,
    );

  registry.addResourceType({
    resourceRef: workflowResourceRef,
    permissions: of(workflowResourceRef.resourceType),
    rules: ownerRules(workflowResourceRef),
    getResources: ids => ownersOf({ knex, table: 'workflows', ids }),
  });
  registry.addResourceType({
    resourceRef: executionResourceRef,
    permissions: of(executionResourceRef.resourceType),
    rules: ownerRules(executionResourceRef),
    getResources: ids => ownersOf({ knex, table: 'workflow_executions', ids }),
  });
  registry.addResourceType({
    resourceRef: incidentResourceRef,
    permissions: of(incidentResourceRef.resourceType),
    rules: ownerRules(incidentResourceRef),
    getResources: ids => ownersOf({ knex, table: 'incidents', ids }),
  });
  registry.addPermissions(
    workflowsPermissions.filter(({ type }) => type === 'basic'),
  );
}
