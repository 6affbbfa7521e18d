import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { WorkflowsClient } from 'backstage-plugin-workflows-common';
import { createSamples } from './createSamples';
import { fetchAs } from './fetchAs';

/**
 * Gives a new dev portal its sample workflows, through the HTTP API as anyone
 * else would; `plugin:samples` is one of `workflows.admins` for that.
 */
export default createBackendPlugin({
  pluginId: 'samples',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
      },
      async init({ auth, config, discovery, lifecycle, logger }) {
        const workflows = new WorkflowsClient({
          discoveryApi: discovery,
          fetchApi: { fetch: fetchAs(auth, 'workflows') },
        });
        const receiverUrl = `${config.getString(
          'backend.baseUrl',
        )}/api/demo-receiver/hooks`;
        lifecycle.addStartupHook(() => {
          // Not awaited: the HTTP server answers only once startup is over.
          createSamples({ workflows, receiverUrl }).then(
            names =>
              names.length > 0 &&
              logger.info(`Created sample workflows: ${names.join(', ')}`),
            error => logger.error('Could not create sample workflows', error),
          );
        });
      },
    });
  },
});
