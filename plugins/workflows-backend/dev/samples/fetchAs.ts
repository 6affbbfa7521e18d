import type { AuthService } from '@backstage/backend-plugin-api';

const ATTEMPTS = 20;
const PAUSE_MS = 500;

/**
 * A fetch that presents this plugin's own credentials to another one, and tries
 * again for a while when nothing answers yet or the other is still starting.
 */
export function fetchAs(auth: AuthService, targetPluginId: string) {
  const attempt = async (input: RequestInfo | URL, init?: RequestInit) => {
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId,
    });
    const headers = new Headers(init?.headers);
    headers.set('Authorization', `Bearer ${token}`);
    return fetch(input, { ...init, headers });
  };

  return async (input: RequestInfo | URL, init?: RequestInit) => {
    for (let left = ATTEMPTS; ; left--) {
      const response = await attempt(input, init).catch(error => {
        if (left === 0) {
          throw error;
        }
        return undefined;
      });
      if (response && (response.status !== 503 || left === 0)) {
        return response;
      }
      await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
    }
  };
}
