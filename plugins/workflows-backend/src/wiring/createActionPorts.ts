import type {
  AuthService,
  DiscoveryService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { ActionsService } from '@backstage/backend-plugin-api/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { EXECUTION_ID_HEADER } from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { ActionPorts } from '../actions/builtInActions';
import type { IncidentPorts } from '../actions/incident/IncidentPorts';
import { createFindUser } from '../actions/notification/findUser';
import { RegistryActions } from '../actions/runbook/RegistryActions';
import { ScaffolderClient } from '../actions/runbook/ScaffolderClient';
import { readAllowedRunbooks } from '../actions/runbook/readAllowedRunbooks';
import { findProcessedIncident } from '../database/operations/deliveries/findProcessedIncident';
import { getDelivery } from '../database/operations/deliveries/getDelivery';
import { PORTAL_SOURCE_ID } from '../intake/doors/doors';
import type { Intake } from '../intake/Intake';

/** The portal's own services, as the built-in actions see them. */
export function createActionPorts(options: {
  auth: AuthService;
  backstageActions: ActionsService;
  catalog: CatalogService;
  config: RootConfigService;
  discovery: DiscoveryService;
  notifications: NotificationService;
  knex: Knex;
  /** Called when an action runs: the intake is made later. */
  intake: () => Pick<Intake, 'edits' | 'keep'>;
}): ActionPorts {
  const { auth, backstageActions, config, notifications } = options;
  return {
    notification: { notifications, findUser: createFindUser(options) },
    runbook: {
      allowed: readAllowedRunbooks(config),
      scaffolder: ScaffolderClient.create(options),
      actions: RegistryActions.create({ actions: backstageActions, auth }),
    },
    incident: createIncidentPorts(options),
  };
}

/** Incidents that actions change and declare, by the doors that people use. */
export function createIncidentPorts(options: {
  knex: Knex;
  intake: () => Pick<Intake, 'edits' | 'keep'>;
}): IncidentPorts {
  const { knex, intake } = options;
  return {
    edit: edit => intake().edits.apply(edit),
    async declare({ deliveryKey, event, causedBy }) {
      const { id } = await intake().keep({
        sourceId: PORTAL_SOURCE_ID,
        deliveryKey: `workflows ${deliveryKey}`,
        body: JSON.stringify(event),
        headers: { [EXECUTION_ID_HEADER.toLowerCase()]: causedBy },
      });
      return { deliveryId: id };
    },
    async findDeclared({ deliveryId, incidentKey }) {
      const sourceId = PORTAL_SOURCE_ID;
      const { state, error } = await getDelivery({ knex, id: deliveryId });
      if (state === 'failed' || state === 'ignored') {
        return { state: 'failed', error: error ?? 'it was ignored' };
      }
      const incidentId = await findProcessedIncident({
        knex,
        deliveryId,
        sourceId,
        incidentKey,
      });
      return incidentId
        ? { state: 'processed', incidentId }
        : { state: 'waiting' };
    },
  };
}
