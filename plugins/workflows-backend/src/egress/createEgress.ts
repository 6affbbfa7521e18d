import {
  ActionError,
  type Egress,
  type EgressRequest,
  type EgressResponse,
} from 'backstage-plugin-workflows-node';
import { Client, type Dispatcher } from 'undici';
import { type Lookup, createConnector } from './connector';
import { explainFailure } from './explainFailure';
import { targetOf } from './hostPattern';
import { checkHost } from './policy';
import type { EgressConfig } from './readEgressConfig';
import { readBody } from './readBody';
import { createRedactor } from './redact';
import { type SecretResolver, resolveHeaders } from './resolveHeaders';
import { untilAborted } from './untilAborted';

export type { SecretResolver };

const REDIRECTS = [301, 302, 303, 307, 308];

export interface CreateEgressOptions {
  config: EgressConfig;
  secrets: SecretResolver;
  /** Default: the system's. */
  lookup?: Lookup;
}

/**
 * The only door out. Every request has a connection of its own: none is reused
 * whose other end may just have closed it, which would leave the effect in
 * doubt, and a slow receiver takes no place from others. A redirect is not
 * followed: a POST that becomes a GET is not what was asked for, and the new
 * place is not what was allowed. The signal is the only clock, since a receiver
 * that drips a byte now and then defeats every idle timeout.
 */
export function createEgress(options: CreateEgressOptions): Egress {
  return {
    async fetch(request, { signal }) {
      const url = parseTarget(request.url);
      checkHost(options.config, targetOf(url));
      const { headers, secrets } = await resolveHeaders({
        headers: request.headers ?? {},
        host: secretHost(url),
        secrets: options.secrets,
      });
      const redact = createRedactor(secrets);
      const response = await send({
        ...options,
        request,
        url,
        headers,
        signal,
      });
      return {
        ...response,
        headers: Object.fromEntries(
          Object.entries(response.headers).map(([name, value]) => [
            name,
            redact(value),
          ]),
        ),
        body: redact(response.body, response),
      };
    },
  };
}

/**
 * What a secret's allowed hosts must name. Without TLS the port is always named,
 * so that a secret for `api.example.com` never travels in clear text unless
 * somebody allowed `api.example.com:80`.
 */
function secretHost(url: URL): string {
  return url.protocol === 'http:' && !url.port ? `${url.host}:80` : url.host;
}

function parseTarget(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new ActionError(
      'The URL must be absolute and start with http:// or https://.',
      { code: 'request_invalid' },
    );
  }
  if (url.username || url.password) {
    throw new ActionError(
      'The URL must not hold credentials; put them into a header as a secret.',
      { code: 'request_invalid' },
    );
  }
  return url;
}

async function send(
  options: CreateEgressOptions & {
    request: EgressRequest;
    url: URL;
    headers: Record<string, string>;
    signal: AbortSignal;
  },
): Promise<EgressResponse> {
  const { config, lookup, request, url, headers, signal } = options;
  let connected = false;
  const client = new Client(url.origin, {
    connect: createConnector({
      config,
      target: targetOf(url),
      lookup,
      onConnected: () => {
        connected = true;
      },
    }),
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  try {
    signal.throwIfAborted();
    const response = await untilAborted(
      client.request({
        method: request.method as Dispatcher.HttpMethod,
        path: `${url.pathname}${url.search}`,
        headers,
        body: request.body,
        signal,
      }),
      signal,
    );
    // What is left unread ends with the connection; that is no error of anyone.
    response.body.on('error', () => {});
    refuseRedirect(response, url);
    return await readResponse(response);
  } catch (error) {
    throw explainFailure(error, { host: url.host, connected, signal });
  } finally {
    // Not awaited: it waits for a connection that is still being made.
    client.destroy().catch(() => {});
  }
}

async function readResponse(
  response: Dispatcher.ResponseData,
): Promise<EgressResponse> {
  const headers = Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [
      name,
      [value].flat().join(', '),
    ]),
  );
  const { text, truncated } = await readBody(
    response.body,
    headers['content-encoding'],
  );
  return { status: response.statusCode, headers, body: text, truncated };
}

function refuseRedirect({ statusCode }: Dispatcher.ResponseData, url: URL) {
  if (REDIRECTS.includes(statusCode)) {
    throw new ActionError(
      `${url.host} answered with a redirect (${statusCode}), which is not followed; enter the address that it leads to.`,
      { code: 'redirect_refused', response: { status: statusCode } },
    );
  }
}
