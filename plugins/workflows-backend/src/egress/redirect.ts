import { isSecretRef } from 'backstage-plugin-workflows-common';
import {
  ActionError,
  type EgressRequest,
  type EgressResponse,
} from 'backstage-plugin-workflows-node';

const REDIRECTS = [301, 302, 303, 307, 308];
const KEEP_METHOD = [307, 308];
const CREDENTIAL_HEADERS = /^(authorization|cookie|proxy-authorization)$/i;

/** Redirects that one request follows. */
export const MAX_REDIRECTS = 5;

/**
 * The request that a redirect asks for, or `undefined` when the answer is none.
 * Only what stays the same request is followed: a GET, or 307 and 308, which keep
 * method and body. Another origin gets no credentials. Pure.
 *
 * @throws ActionError `redirect_refused`
 */
export function redirectedRequest(options: {
  request: EgressRequest;
  url: URL;
  response: EgressResponse;
  /** Takes the secrets of the request out of a text. */
  redact: (text: string) => string;
}): EgressRequest | undefined {
  const { request, url, response, redact } = options;
  if (!REDIRECTS.includes(response.status)) {
    return undefined;
  }
  const refuse = (reason: string) =>
    new ActionError(
      `${url.host} answered with a redirect (${response.status}) that is not followed: ${reason}.`,
      { code: 'redirect_refused', response: { status: response.status } },
    );
  const isRead = ['GET', 'HEAD'].includes(request.method);
  if (!isRead && !KEEP_METHOD.includes(response.status)) {
    throw refuse(
      `a ${request.method} would become a GET; enter the address that it leads to`,
    );
  }
  const { location } = response.headers;
  if (!location || !URL.canParse(location, url.href)) {
    throw refuse('it does not say where to');
  }
  const next = new URL(location, url.href);
  if (
    redact(next.href) !== next.href ||
    redact(decoded(next.href)) !== decoded(next.href)
  ) {
    throw refuse('its address repeats a secret of the request');
  }
  if (url.protocol === 'https:' && next.protocol !== 'https:') {
    throw refuse('it leads from https to an insecure address');
  }
  return next.origin === url.origin
    ? { ...request, url: next.href }
    : {
        method: request.method,
        url: next.href,
        body: request.body,
        headers: withoutCredentials(request.headers ?? {}),
      };
}

function withoutCredentials(headers: NonNullable<EgressRequest['headers']>) {
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name, value]) => !isSecretRef(value) && !CREDENTIAL_HEADERS.test(name),
    ),
  );
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
