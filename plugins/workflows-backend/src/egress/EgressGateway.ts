import {
  ActionError,
  type Egress,
  type EgressRequest,
  type EgressResponse,
} from 'backstage-plugin-workflows-node';
import { AccessTokens, type TokenClient } from './AccessTokens';
import { HostSlots } from './HostSlots';
import type { Lookup } from './connector';
import { resolveCredentials } from './credentials';
import { explainFailure } from './explainFailure';
import { targetOf } from './hostPattern';
import { checkHost } from './policy';
import type { EgressConfig } from './readEgressConfig';
import { MAX_REDIRECTS, redirectedRequest } from './redirect';
import { createRedactor } from './redact';
import type { SecretResolver } from './SecretResolver';
import { sendRequest } from './sendRequest';

/** Whose requests these are. */
export interface Tenant {
  workflowId: string;
  secrets: SecretResolver;
}

/**
 * The only door out. For each place that a request leads to, redirects included:
 * the rules first, then the secrets that may go there, then a turn at that host,
 * then a connection to an address that was checked; and nothing comes back that
 * repeats a secret.
 */
export class EgressGateway {
  static create(options: {
    config: EgressConfig;
    /** Default: the system's. */
    lookup?: Lookup;
    now?: () => number;
  }) {
    const { config, lookup } = options;
    return new EgressGateway(
      config,
      lookup,
      HostSlots.create({ perHost: config.perHostConcurrency }),
      AccessTokens.create(options),
    );
  }

  private constructor(
    private readonly config: EgressConfig,
    private readonly lookup: Lookup | undefined,
    private readonly slots: HostSlots,
    private readonly tokens: AccessTokens,
  ) {}

  /** The door as one workflow's actions see it. */
  for(tenant: Tenant): Egress {
    return {
      fetch: (request, { signal }) => this.follow(tenant, request, signal),
    };
  }

  private async follow(
    tenant: Tenant,
    first: EgressRequest,
    signal: AbortSignal,
  ): Promise<EgressResponse> {
    const secrets: string[] = [];
    let request = first;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const url = parseTarget(request.url);
      const answer = await this.authorized(tenant, request, url, signal);
      secrets.push(...answer.secrets);
      const { response } = answer;
      const redact = createRedactor(secrets);
      const next = redirectedRequest({ request, url, response, redact });
      if (!next) {
        return redacted(response, redact);
      }
      request = next;
    }
    throw new ActionError(
      `${
        parseTarget(request.url).host
      } answered with the last of more than ${MAX_REDIRECTS} redirects; enter the address that they lead to.`,
      { code: 'redirect_refused' },
    );
  }

  /** A token may have been revoked before its time: then once more with a new one. */
  private async authorized(
    tenant: Tenant,
    request: EgressRequest,
    url: URL,
    signal: AbortSignal,
  ): Promise<{ response: EgressResponse; secrets: string[] }> {
    checkHost(this.config, targetOf(url));
    const secrets: string[] = [];
    for (let again = false; ; again = true) {
      const credentials = await resolveCredentials({
        request,
        url,
        secrets: tenant.secrets,
        tokens: this.tokens,
        client: this.tokenClient(tenant, signal),
      });
      secrets.push(...credentials.secrets);
      const { headers } = credentials;
      const { method, body } = request;
      const response = await this.send({ url, method, headers, body, signal });
      if (response.status !== 401 || !credentials.forgetToken || again) {
        return { response, secrets };
      }
      credentials.forgetToken();
    }
  }

  private send(
    request: Pick<
      Parameters<typeof sendRequest>[0],
      'url' | 'method' | 'headers' | 'body' | 'signal'
    >,
  ): Promise<EgressResponse> {
    const { url, signal } = request;
    const { config, lookup } = this;
    return this.slots
      .run(url, signal, () => sendRequest({ config, lookup, ...request }))
      .catch(error => {
        throw explainFailure(error, {
          host: url.host,
          connected: false,
          signal,
        });
      });
  }

  private tokenClient(tenant: Tenant, signal: AbortSignal): TokenClient {
    return {
      workflowId: tenant.workflowId,
      signal,
      fetch: async (text, init) => {
        const url = parseTarget(text);
        checkHost(this.config, targetOf(url));
        const { status, headers, body } = await this.send({ url, ...init });
        return new Response(NO_BODY.includes(status) ? null : body, {
          status,
          headers: { 'content-type': headers['content-type'] ?? '' },
        });
      },
    };
  }
}

/** Statuses with which `Response` refuses a body. */
const NO_BODY = [204, 205, 304];

function redacted(
  response: EgressResponse,
  redact: ReturnType<typeof createRedactor>,
): EgressResponse {
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
