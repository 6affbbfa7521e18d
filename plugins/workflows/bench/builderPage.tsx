import '@backstage/ui/css/styles.css';
import { ConfigReader } from '@backstage/config';
import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import ReactDOM from 'react-dom/client';
import workflowsPlugin from '../src/alpha';
import { fakeBackend } from './fakeBackend';
import { installMeasures } from './measures';

/** The portal with our plugin, as it is built for production; only the backend is not there. */
fakeBackend();
const app = createApp({
  features: [catalogPlugin, workflowsPlugin],
  advanced: {
    configLoader: async () => ({
      config: new ConfigReader({
        app: {
          title: 'Bench',
          baseUrl: window.location.origin,
          extensions: [{ 'sign-in-page:app': false }],
        },
        backend: { baseUrl: window.location.origin },
      }),
    }),
  },
});
ReactDOM.createRoot(document.getElementById('root')!).render(app.createRoot());

/** Follows a link within the portal, as the router hears it. */
installMeasures(count => {
  window.history.pushState({ idx: 1 }, '', `/workflows/workflow/${count}`);
  window.dispatchEvent(new PopStateEvent('popstate', { state: { idx: 1 } }));
});
