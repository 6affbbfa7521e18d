import type { JsonObject, JsonValue } from '@backstage/types';
import { secretReferences } from '../templates/references';

/**
 * One place that a config sends a secret to.
 *
 * @public
 */
export interface SecretDestination {
  name: string;
  /** Where the config names the secret. */
  path: string;
  /** As a secret's allowed hosts must spell it. */
  host: string;
}

/** The URL that the built-in actions send their requests to. Its host is literal in each. */
const REQUEST_URL: Record<string, (config: JsonObject) => unknown> = {
  webhook: ({ url }) => url,
  jira: ({ baseUrl }) => baseUrl,
  linear: () => 'https://api.linear.app',
  slack: ({ apiUrl = 'https://slack.com' }) => apiUrl,
};

/**
 * How the allowed hosts of a secret spell a URL's host. Without TLS the port is
 * always named, so that a secret for `api.example.com` never travels in clear
 * text unless somebody allowed `api.example.com:80`.
 *
 * @public
 */
export function secretHost(url: URL): string {
  return url.protocol === 'http:' && !url.port ? `${url.host}:80` : url.host;
}

/**
 * Where the secrets of a config go, as far as its action is a built-in one. The
 * token of OAuth opens what the client secret opens, so that goes to both hosts.
 *
 * @public
 */
export function secretDestinations(
  actionType: string,
  config: JsonObject,
): SecretDestination[] {
  const url = Object.hasOwn(REQUEST_URL, actionType)
    ? REQUEST_URL[actionType](config)
    : undefined;
  const { tokenUrl } = (config.auth ?? {}) as { tokenUrl?: JsonValue };
  return secretReferences(config).flatMap(({ name, path }) =>
    (path === 'auth.clientSecret' ? [tokenUrl, url] : [url])
      .flatMap(hostOf)
      .map(host => ({ name, path, host })),
  );
}

function hostOf(url: unknown): string[] {
  return typeof url === 'string' && URL.canParse(url)
    ? [secretHost(new URL(url))]
    : [];
}
