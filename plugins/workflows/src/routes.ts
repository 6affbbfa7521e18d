import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** The plugin's page; the list of workflows is at its root. */
export const rootRouteRef = createRouteRef({ id: 'workflows' });

/** The builder of one workflow. */
export const workflowRouteRef = createSubRouteRef({
  id: 'workflows/workflow',
  parent: rootRouteRef,
  path: '/workflow/:id',
});

export const executionsRouteRef = createSubRouteRef({
  id: 'workflows/executions',
  parent: rootRouteRef,
  path: '/executions',
});

export const executionRouteRef = createSubRouteRef({
  id: 'workflows/execution',
  parent: rootRouteRef,
  path: '/executions/:id',
});

export const incidentsRouteRef = createSubRouteRef({
  id: 'workflows/incidents',
  parent: rootRouteRef,
  path: '/incidents',
});

export const incidentRouteRef = createSubRouteRef({
  id: 'workflows/incident',
  parent: rootRouteRef,
  path: '/incidents/:id',
});

/** What senders delivered; for admins. */
export const deliveriesRouteRef = createSubRouteRef({
  id: 'workflows/deliveries',
  parent: rootRouteRef,
  path: '/deliveries',
});

export const deliveryRouteRef = createSubRouteRef({
  id: 'workflows/delivery',
  parent: rootRouteRef,
  path: '/deliveries/:id',
});

/** The tab on the catalog's entity page. */
export const entityContentRouteRef = createRouteRef({
  id: 'workflows/entity-content',
});
