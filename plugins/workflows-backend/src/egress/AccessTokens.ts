import { createHash } from 'node:crypto';
import { ActionError } from 'backstage-plugin-workflows-node';
import * as oauth from 'oauth4webapi';
import { untilAborted } from './untilAborted';

/** What a token is asked for with. */
export interface ClientCredentials {
  tokenUrl: string;
  clientId: string;
  /** The value. */
  clientSecret: string;
  scope?: string;
  audience?: string;
}

/** Who asks, and by which way. */
export interface TokenClient {
  /** Whose tokens these are; another workflow's are never given. */
  workflowId: string;
  signal: AbortSignal;
  /** Sends the token request through the same door as everything else. */
  fetch: (
    url: string,
    init: {
      method: string;
      headers: Record<string, string>;
      body?: string;
      signal: AbortSignal;
    },
  ) => Promise<Response>;
}

interface Entry {
  token: Promise<{ value: string; until: number }>;
}

const MAX_ENTRIES = 1_000;
/** What a token that does not say how long it lives is used for. */
const DEFAULT_LIFE_S = 300;
/** A token that is about to end may end on its way. */
const MARGIN_MS = 30_000;
/** Several runs may wait for one token, so none of their signals ends it. */
const ASKING_MS = 15_000;

/**
 * Access tokens of the OAuth 2.0 client credentials grant (RFC 6749, section
 * 4.4), kept in memory until they end.
 */
export class AccessTokens {
  static create(options: { now?: () => number } = {}) {
    return new AccessTokens(options.now ?? Date.now);
  }

  private readonly entries = new Map<string, Entry>();

  private constructor(private readonly now: () => number) {}

  /**
   * @throws ActionError `oauth_failed` when the token server gives none
   */
  async get(grant: ClientCredentials, client: TokenClient): Promise<string> {
    const key = keyOf(grant, client);
    const kept = await this.entries.get(key)?.token.catch(() => undefined);
    if (kept && kept.until > this.now()) {
      return kept.value;
    }
    const token = this.ask(grant, client);
    this.keep(key, { token });
    return (await untilAborted(token, client.signal)).value;
  }

  /** Forgets a token that was refused, unless a newer one has its place. */
  forget(grant: ClientCredentials, client: TokenClient, value: string): void {
    const key = keyOf(grant, client);
    const entry = this.entries.get(key);
    entry?.token.then(
      token => {
        if (token.value === value && this.entries.get(key) === entry) {
          this.entries.delete(key);
        }
      },
      () => {},
    );
  }

  private keep(key: string, entry: Entry): void {
    this.entries.delete(key);
    this.entries.set(key, entry);
    if (this.entries.size > MAX_ENTRIES) {
      this.entries.delete(this.entries.keys().next().value!);
    }
    entry.token.catch(() => {
      if (this.entries.get(key) === entry) {
        this.entries.delete(key);
      }
    });
  }

  private async ask(
    grant: ClientCredentials,
    client: TokenClient,
  ): Promise<{ value: string; until: number }> {
    const server = {
      issuer: new URL(grant.tokenUrl).origin,
      token_endpoint: grant.tokenUrl,
    };
    const asker = { client_id: grant.clientId };
    try {
      const response = await oauth.clientCredentialsGrantRequest(
        server,
        asker,
        oauth.ClientSecretBasic(grant.clientSecret),
        {
          ...(grant.scope ? { scope: grant.scope } : {}),
          ...(grant.audience ? { audience: grant.audience } : {}),
        },
        {
          // The egress rules decide whether plain http may be used.
          [oauth.allowInsecureRequests]: true,
          [oauth.customFetch]: (url, init) =>
            client.fetch(url, {
              method: init.method,
              headers: init.headers,
              body: init.body?.toString(),
              signal: AbortSignal.timeout(ASKING_MS),
            }),
        },
      );
      const { access_token: value, expires_in: life = DEFAULT_LIFE_S } =
        await oauth.processClientCredentialsResponse(server, asker, response);
      return { value, until: this.now() + life * 1_000 - MARGIN_MS };
    } catch (error) {
      throw explain(error, server.issuer);
    }
  }
}

function keyOf(grant: ClientCredentials, { workflowId }: TokenClient): string {
  const { tokenUrl, clientId, clientSecret, scope, audience } = grant;
  const secret = createHash('sha256').update(clientSecret).digest('base64');
  return JSON.stringify([
    workflowId,
    tokenUrl,
    clientId,
    secret,
    scope,
    audience,
  ]);
}

/** The server's own words are not shown: they may repeat what was sent. */
function explain(error: unknown, issuer: string): ActionError {
  if (error instanceof ActionError) {
    // Nothing of the request itself was sent yet, whatever became of this one.
    const { code, message, retryable } = error;
    return new ActionError(`No access token: ${message}`, { code, retryable });
  }
  const { host } = new URL(issuer);
  if (error instanceof oauth.ResponseBodyError) {
    const reason = /^[a-z_]{1,40}$/.test(error.error) ? `: ${error.error}` : '';
    return new ActionError(
      `${host} gave no access token (${error.status}${reason}); check the client id, the client secret and the scope.`,
      { code: 'oauth_failed', retryable: error.status >= 500 },
    );
  }
  return new ActionError(
    `${host} did not answer as a token server does; check the token URL.`,
    { code: 'oauth_failed', retryable: true },
  );
}
