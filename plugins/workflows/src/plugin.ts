import {
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import type { JSX } from 'react';
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

/**
 * Incident workflows for apps of the classic frontend system.
 *
 * @public
 */
export const workflowsPlugin = createPlugin({
  id: 'workflows',
  apis: [workflowsApiFactory],
  routes: {
    root: rootRouteRef,
    workflow: workflowRouteRef,
    executions: executionsRouteRef,
    execution: executionRouteRef,
    incidents: incidentsRouteRef,
    incident: incidentRouteRef,
    entityContent: entityContentRouteRef,
  },
});

/**
 * The plugin's page: workflows, executions and incidents.
 *
 * @public
 */
export const WorkflowsPage = workflowsPlugin.provide(
  createRoutableExtension({
    name: 'WorkflowsPage',
    component: () => import('./components/App/App').then(m => m.App),
    mountPoint: rootRouteRef,
  }),
);

/**
 * An entity's incidents, workflows and executions, for a tab of its page.
 *
 * @public
 */
export const EntityWorkflowsContent: () => JSX.Element =
  workflowsPlugin.provide(
    createRoutableExtension({
      name: 'EntityWorkflowsContent',
      component: () =>
        import(
          './components/EntityWorkflowsContent/EntityWorkflowsContent'
        ).then(m => m.EntityWorkflowsContent),
      mountPoint: entityContentRouteRef,
    }),
  );
