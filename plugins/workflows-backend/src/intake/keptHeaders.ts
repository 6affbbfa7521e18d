import type { Request } from 'express';
import type { SourceRequest } from 'backstage-plugin-workflows-node';

const CREDENTIALS =
  /^(authorization|cookie|proxy-.*|x-api-key|.*signature.*|.*token.*|.*secret.*)$/;

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
    Object.entries(headers).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && !CREDENTIALS.test(entry[0]),
    ),
  );
}
