import { createApiRef } from '@backstage/core-plugin-api';
import type { WorkflowsApi } from 'backstage-plugin-workflows-common';

/**
 * The HTTP API of the workflows backend, in the browser.
 *
 * @public
 */
export const workflowsApiRef = createApiRef<WorkflowsApi>({
  id: 'plugin.workflows.client',
});
