import type {
  AuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  type ActionDescriptor,
  type WorkflowsSignal,
  executionReadPermission,
  incidentReadPermission,
  workflowReadPermission,
} from 'backstage-plugin-workflows-common';
import type { ExecutionDriver } from 'backstage-plugin-workflows-node';
import type { Knex } from 'knex';
import type { ActionRegistry } from '../actions/ActionRegistry';
import { CatalogRefs } from '../catalog/CatalogRefs';
import type { DatabaseClock } from '../database/clock';
import { incidentDeclarer } from '../database/operations/incidents/incidentDeclarer';
import type { Intake } from '../intake/Intake';
import { DryRunService } from '../dryRun/DryRunService';
import type { EngineObserver } from '../observability/EngineObserver';
import { Policy } from '../permissions/Policy';
import { ResourcePolicy } from '../permissions/ResourcePolicy';
import {
  executionResourceRef,
  incidentResourceRef,
  workflowResourceRef,
} from '../permissions/resources';
import type { RouterDeps } from '../router/deps';
import type { SecretsStore } from '../secrets/SecretsStore';
import { AuthorizedDeliveriesService } from '../service/AuthorizedDeliveriesService';
import { AuthorizedExecutionsService } from '../service/AuthorizedExecutionsService';
import { AuthorizedFieldsService } from '../service/AuthorizedFieldsService';
import { AuthorizedIncidentsService } from '../service/AuthorizedIncidentsService';
import { AuthorizedKillSwitchService } from '../service/AuthorizedKillSwitchService';
import { AuthorizedSecretsService } from '../service/AuthorizedSecretsService';
import { AuthorizedWorkflowsService } from '../service/AuthorizedWorkflowsService';
import { DefaultDeliveriesService } from '../service/DefaultDeliveriesService';
import { DefaultExecutionsService } from '../service/DefaultExecutionsService';
import { DefaultIncidentsService } from '../service/DefaultIncidentsService';
import { DefaultKillSwitchService } from '../service/DefaultKillSwitchService';
import { DefaultSecretsService } from '../service/DefaultSecretsService';
import { DefaultWorkflowsService } from '../service/DefaultWorkflowsService';
import { AuthorizedMatchingService } from '../service/matching/AuthorizedMatchingService';
import { DefaultMatchingService } from '../service/matching/DefaultMatchingService';
import { IncidentTitles } from '../service/IncidentTitles';
import { VisibleEntities } from '../service/VisibleEntities';

/** The services that the router calls: each plain one in its authorized coat. */
export function createServices(options: {
  knex: Knex;
  clock: DatabaseClock;
  driver: ExecutionDriver;
  auth: AuthService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  catalog: CatalogService;
  logger: LoggerService;
  secretsStore: SecretsStore;
  killSwitch: boolean;
  engine: Parameters<typeof DefaultExecutionsService.create>[0]['engine'];
  intake: Intake;
  actions: ActionRegistry;
  listActions: () => readonly ActionDescriptor[];
  observer: EngineObserver;
  onChange: (signal: WorkflowsSignal) => void;
}): Pick<
  RouterDeps,
  | 'workflows'
  | 'secrets'
  | 'executions'
  | 'incidents'
  | 'deliveries'
  | 'fields'
  | 'killSwitch'
  | 'matching'
  | 'dryRuns'
> {
  const { knex } = options;
  const policy = Policy.create({
    permissions: options.permissions,
    registry: options.permissionsRegistry,
  });
  const workflows = ResourcePolicy.create({
    policy,
    resourceRef: workflowResourceRef,
    read: workflowReadPermission,
  });
  const executions = ResourcePolicy.create({
    policy,
    resourceRef: executionResourceRef,
    read: executionReadPermission,
  });
  const workflowsService = DefaultWorkflowsService.create({
    ...options,
    entities: VisibleEntities.create(options),
    catalogRefs: CatalogRefs.create(options),
  });
  const authorizedWorkflows = AuthorizedWorkflowsService.create({
    inner: workflowsService,
    policy,
    workflows,
    executions,
  });
  const incidentsPolicy = ResourcePolicy.create({
    policy,
    resourceRef: incidentResourceRef,
    read: incidentReadPermission,
  });
  const incidents = AuthorizedIncidentsService.create({
    inner: DefaultIncidentsService.create(options),
    policy,
    executions,
    incidents: incidentsPolicy,
    declarerOf: incidentId =>
      incidentDeclarer({ knex: options.knex, incidentId }),
  });
  return {
    workflows: authorizedWorkflows,
    secrets: AuthorizedSecretsService.create({
      inner: DefaultSecretsService.create({
        knex,
        store: options.secretsStore,
      }),
      workflowsService,
      workflows,
    }),
    executions: AuthorizedExecutionsService.create({
      inner: DefaultExecutionsService.create(options),
      executions,
      titles: IncidentTitles.create({ knex, incidents: incidentsPolicy }),
    }),
    incidents,
    fields: AuthorizedFieldsService.create({
      knex,
      incidents: incidentsPolicy,
    }),
    dryRuns: DryRunService.create({
      ...options,
      workflows: authorizedWorkflows,
      incidents,
    }),
    deliveries: AuthorizedDeliveriesService.create({
      inner: DefaultDeliveriesService.create(options),
    }),
    matching: AuthorizedMatchingService.create({
      inner: DefaultMatchingService.create(options),
      readable: { workflows: authorizedWorkflows, incidents },
      workflows,
    }),
    killSwitch: AuthorizedKillSwitchService.create({
      inner: DefaultKillSwitchService.create(options),
      workflows,
    }),
  };
}
