/**
 * Incident workflows for apps of the new frontend system.
 *
 * @packageDocumentation
 */
import {
  ApiBlueprint,
  PageBlueprint,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import AccountTreeIcon from '@material-ui/icons/AccountTree';
import { workflowsApiFactory } from './api/workflowsApiFactory';
import {
  entityContentRouteRef,
  executionRouteRef,
  executionsRouteRef,
  incidentRouteRef,
  incidentsRouteRef,
  rootRouteRef,
  workflowRouteRef,
} from './routes';

const page = PageBlueprint.make({
  params: {
    path: '/workflows',
    title: 'Workflows',
    icon: <AccountTreeIcon fontSize="inherit" />,
    routeRef: rootRouteRef,
    // The page draws its own header, which both frontend systems share.
    noHeader: true,
    loader: () => import('./components/App/App').then(m => <m.App />),
  },
});

const entityContent = EntityContentBlueprint.make({
  params: {
    path: 'incident-workflows',
    title: 'Incident workflows',
    icon: <AccountTreeIcon fontSize="inherit" />,
    routeRef: entityContentRouteRef,
    loader: () =>
      import('./components/EntityWorkflowsContent/EntityWorkflowsContent').then(
        m => <m.EntityWorkflowsContent />,
      ),
  },
});

const api = ApiBlueprint.make({
  params: define => define(workflowsApiFactory),
});

/** @alpha */
export default createFrontendPlugin({
  pluginId: 'workflows',
  title: 'Workflows',
  icon: <AccountTreeIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    workflow: workflowRouteRef,
    executions: executionsRouteRef,
    execution: executionRouteRef,
    incidents: incidentsRouteRef,
    incident: incidentRouteRef,
    entityContent: entityContentRouteRef,
  },
  extensions: [page, entityContent, api],
});

export { workflowsTranslationRef } from './translation';
