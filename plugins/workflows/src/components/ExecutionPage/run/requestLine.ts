import type { JsonObject } from '@backstage/types';

/** `POST https://…` of a request that has a method and a URL. */
export function requestLine(request: JsonObject | undefined) {
  const { method, url } = request ?? {};
  return typeof method === 'string' && typeof url === 'string'
    ? `${method} ${url}`
    : undefined;
}

/** The HTTP status in a recorded response, when it has one. */
export function responseStatus(response: JsonObject | undefined) {
  const status = response?.status ?? response?.statusCode;
  return typeof status === 'number' ? status : undefined;
}
