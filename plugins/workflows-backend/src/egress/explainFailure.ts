import { ActionError } from 'backstage-plugin-workflows-node';

const TLS = /^(CERT_|ERR_TLS|ERR_SSL|EPROTO|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED)/;

/**
 * What a request's end without an answer means. Until the connection stands
 * nothing was sent, so the effect cannot have taken place; from then on nobody
 * can tell. The cause's own text is not shown: it may hold what was sent.
 */
export function explainFailure(
  error: unknown,
  {
    host,
    connected,
    signal,
  }: {
    host: string;
    connected: boolean;
    signal: AbortSignal;
  },
): ActionError {
  if (error instanceof ActionError) {
    return error;
  }
  const code = causeCode(error);
  const hint = code ? ` (${code})` : '';
  if (code === 'UND_ERR_INVALID_ARG') {
    return new ActionError(
      `The request to ${host} cannot be sent: its method, path or a header is not valid HTTP.`,
      { code: 'request_invalid' },
    );
  }
  if (signal.aborted) {
    return new ActionError(
      connected
        ? `${host} did not answer in time; it may have received the request.`
        : `No connection to ${host} was made in time; check that it can be reached from the portal.`,
      { code: 'timeout', retryable: true, ambiguous: connected },
    );
  }
  if (connected) {
    return new ActionError(
      `The connection to ${host} broke before its answer was complete${hint}; it may have received the request.`,
      { code: 'connection_lost', retryable: true, ambiguous: true },
    );
  }
  return TLS.test(code ?? '')
    ? new ActionError(
        `No secure connection to ${host} could be made${hint}; check its certificate.`,
        { code: 'tls_failed' },
      )
    : new ActionError(
        `No connection to ${host} could be made${hint}; check that it runs and can be reached from the portal.`,
        { code: 'connect_failed', retryable: true },
      );
}

function causeCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' && /^[A-Z0-9_]+$/.test(code)
    ? code
    : undefined;
}
