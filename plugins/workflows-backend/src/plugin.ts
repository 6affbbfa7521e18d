import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsServiceRef,
  metricsServiceRef,
  tracingServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { ActionRegistry } from './actions/ActionRegistry';
import { createBuiltInActions } from './actions/builtInActions';
import { readEntityRules } from './catalog/readEntityRules';
import { readWorkflowsConfig } from './config';
import { databaseClock as clock } from './database/clock';
import { openDatabase } from './database/openDatabase';
import { IncidentReader } from './database/operations/incidents/IncidentReader';
import { EgressGateway } from './egress/EgressGateway';
import { readEgressConfig } from './egress/readEgressConfig';
import { Engine } from './engine/Engine';
import { TableExecutionDriver } from './engine/TableExecutionDriver';
import { Intake } from './intake/Intake';
import { subscribeToTopics } from './intake/doors/subscribeToTopics';
import { readSources } from './intake/readSources';
import { AgeTimers } from './matcher/AgeTimers';
import { RunnableWorkflows } from './matcher/RunnableWorkflows';
import { createAudit } from './observability/audit';
import { EngineObserver } from './observability/EngineObserver';
import { observeOldestDue } from './observability/observeOldestDue';
import { ChangeSignals } from './observability/signals';
import { Callers } from './permissions/Callers';
import { registerPermissions } from './permissions/registerPermissions';
import { createRouter } from './router/createRouter';
import { scheduleRetention } from './retention/scheduleRetention';
import { SecretCipher } from './secrets/cipher';
import { scheduleReencryption } from './secrets/reencryptSecrets';
import { SecretsStore } from './secrets/SecretsStore';
import { createActionPorts } from './wiring/createActionPorts';
import { createServices } from './wiring/createServices';
import { registerExtensionPoints } from './wiring/extensionPoints';

/**
 * The backend of the workflows plugin.
 *
 * @public
 */
export const workflowsPlugin = createBackendPlugin({
  pluginId: 'workflows',
  register(env) {
    const extensions = registerExtensionPoints(env);
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        backstageActions: actionsServiceRef,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        events: eventsServiceRef,
        signals: signalsServiceRef,
        tracing: tracingServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { config, httpRouter, lifecycle, logger } = deps;
        const { admins, concurrency, killSwitch, retention, secretKeys } =
          readWorkflowsConfig(config);
        const egress = EgressGateway.create({
          config: readEgressConfig(config),
        });
        const sources = readSources({ config, types: extensions.sourceTypes });
        const entityRules = readEntityRules(config);
        const knex = await openDatabase(deps.database);
        registerPermissions({ registry: deps.permissionsRegistry, knex });

        const ports = createActionPorts({
          ...deps,
          knex,
          intake: () => intake,
        });
        const actions = ActionRegistry.create({
          actions: [...createBuiltInActions(ports), ...extensions.actions],
        });
        const cipher = SecretCipher.create({ keys: secretKeys });
        const secretsStore = SecretsStore.create({ knex, clock, cipher });
        const changes = ChangeSignals.create(deps);
        const driver =
          extensions.driver ??
          TableExecutionDriver.create({ ...deps, knex, clock, concurrency });
        const base = {
          ...deps,
          knex,
          clock,
          driver,
          killSwitch,
          observer: EngineObserver.create(deps),
          onChange: changes.publish,
          workflows: RunnableWorkflows.create(),
        };
        const engine = Engine.create({
          ...base,
          actions,
          egressFor: workflowId =>
            egress.for({
              workflowId,
              secrets: secretsStore.resolverFor(workflowId),
            }),
          loadIncident: IncidentReader.create({ knex }).read,
          recordTickets: ({ tickets, ...edit }) =>
            intake.edits.apply({ ...edit, patch: { tickets } }),
        });
        const intake = Intake.create({
          ...base,
          sources,
          entityRules,
          pokeEngine: () => engine.poke(),
        });
        const ages = AgeTimers.create({
          ...base,
          pokeEngine: () => engine.poke(),
        });
        const listActions = () => actions.list();

        httpRouter.addAuthPolicy({ path: '/hooks', allow: 'unauthenticated' });
        httpRouter.use(intake.hooksRouter);
        httpRouter.use(
          createRouter({
            ...createServices({
              ...base,
              secretsStore,
              intake,
              engine,
              actions,
              listActions,
            }),
            callers: Callers.create({ ...deps, admins }),
            audit: createAudit(deps.auditor),
            listActions,
            listSources: () =>
              sources.map(({ id, type }) => ({
                id,
                type,
                hookPath: `/hooks/${id}`,
              })),
          }),
        );

        const stopObserving = observeOldestDue(base);
        const stopping = new AbortController();
        lifecycle.addStartupHook(async () => {
          intake.start();
          await subscribeToTopics({
            ...base,
            sources,
            keep: intake.keep,
            signal: stopping.signal,
          });
          ages.start();
          await engine.start();
          await scheduleRetention({ ...base, retention });
          await scheduleReencryption({ ...base, cipher });
        });
        lifecycle.addShutdownHook(async () => {
          stopping.abort();
          await Promise.all([intake.stop(), ages.stop(), engine.stop()]);
          changes.stop();
          stopObserving();
        });
        logger.info(`Taking incidents from ${sources.length} sources`);
      },
    });
  },
});
