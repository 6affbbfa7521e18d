import type { Auth, SecretRef } from 'backstage-plugin-workflows-common';

/**
 * A request through the only door out. Secrets are references; they are
 * resolved inside, for hosts that the secret allows.
 *
 * @public
 */
export interface EgressRequest {
  method: string;
  /** Absolute, `http:` or `https:`, without credentials. */
  url: string;
  headers?: Record<string, string | SecretRef>;
  /** Made into an `Authorization` header inside. */
  auth?: Auth;
  body?: string;
}

/** @public */
export interface EgressResponse {
  status: number;
  /** Lower-case names. */
  headers: Record<string, string>;
  /** Decoded and capped. */
  body: string;
  /** Whether the body was cut at the cap. */
  truncated: boolean;
}

/**
 * The only way in which an action reaches the network. Refuses addresses that
 * the configuration does not allow, bounds time and size, checks every redirect
 * like a request and sends it no credentials when it leads to another host, and
 * scrubs secrets from what comes back.
 *
 * @public
 */
export interface Egress {
  /**
   * @throws {@link ActionError} for everything but an answer; an HTTP error status is an answer
   */
  fetch(
    request: EgressRequest,
    options: { signal: AbortSignal },
  ): Promise<EgressResponse>;
}
