import {
  createApiFactory,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { WorkflowsClient } from 'backstage-plugin-workflows-common';
import { workflowsApiRef } from './workflowsApiRef';

/** One factory for both frontend systems, so that they cannot drift apart. */
export const workflowsApiFactory = createApiFactory({
  api: workflowsApiRef,
  deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
  factory: apis => new WorkflowsClient(apis),
});
