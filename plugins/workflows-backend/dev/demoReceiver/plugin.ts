import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { ReceivedRequests } from './ReceivedRequests';
import { createRouter } from './router';

/** Where the sample workflows send to; see /api/demo-receiver in a browser. */
export default createBackendPlugin({
  pluginId: 'demo-receiver',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        httpRouter.use(createRouter(ReceivedRequests.create({ limit: 100 })));
        httpRouter.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
      },
    });
  },
});
