import { Portal } from './Portal';

/**
 * Starts the dev portal for the specs, on free ports and an empty database. With
 * PORTAL_URL and BACKEND_URL in the environment they use one that runs already.
 */
export default async function globalSetup() {
  if (process.env.PORTAL_URL && process.env.BACKEND_URL) {
    return undefined;
  }
  const portal = await Portal.start();
  // The workers that run the specs inherit the environment.
  process.env.PORTAL_URL = portal.url;
  process.env.BACKEND_URL = portal.backendUrl;
  return () => portal.stop();
}
