import type { Request } from 'express';
import type { SourceRequest } from 'backstage-plugin-workflows-node';

/** Names of headers that may hold what proves somebody, also for a proxy in front. */
const CREDENTIALS =
  /authori[sz]ation|authenti|(^|-)auth(-|$)|cookie|^proxy-|api-?key|signature|token|secret|passw|credential|jwt|assertion|client-?cert|principal|session/;

/** The query of a URL or path; a proxy may tell the sender's, with a token in it. */
const QUERY = /((?:^|[\s",<])(?:https?:\/)?\/[^\s?"<>]*)\?[^\s",<>]*/gi;
const USER_INFO = /(:\/\/)[^/@\s]+@/g;

/** Headers as sources see them: one text each. */
export function toSourceHeaders(
  headers: Request['headers'],
): SourceRequest['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
}

/** The headers that are kept with a delivery: those that prove nothing. */
export function keptHeaders(
  headers: SourceRequest['headers'],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || CREDENTIALS.test(name)
        ? []
        : [[name, value.replace(QUERY, '$1').replace(USER_INFO, '$1')]],
    ),
  );
}
