import { InputError } from '@backstage/errors';

/** An entry of `workflows.egress.allow` or `deny` that names hosts. */
export interface HostPattern {
  /** Lower-case, without brackets or a last dot; of a wildcard, what follows `*`. */
  host: string;
  wildcard: boolean;
  /** Every port when absent. */
  port?: number;
}

/** One host and port that is to be reached. */
export interface Target {
  host: string;
  port: number;
}

/**
 * A host in the one spelling that is compared: lower-case, IDN as punycode, IPv4
 * as four decimals, IPv6 without brackets, no last dot.
 */
export function normaliseHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
}

/** Where a URL leads. */
export function targetOf(url: URL): Target {
  return {
    host: normaliseHost(url.hostname),
    port: Number(url.port) || (url.protocol === 'https:' ? 443 : 80),
  };
}

/**
 * Reads `host`, `host:port`, `*.host` or `*.host:port`; an IPv6 address stands
 * in brackets.
 *
 * @throws InputError that names the configuration's key
 */
export function parseHostPattern(entry: string, key: string): HostPattern {
  const match = /^(\*(?=\.))?(\[[^\]]+\]|[^:/\s@?#*]+)(?::(\d{1,5}))?$/.exec(
    entry.trim(),
  );
  const url = match && safeUrl(`http://${match[2].replace(/^\./, '')}`);
  const port = match?.[3] === undefined ? undefined : Number(match[3]);
  if (!match || !url || (port !== undefined && (port < 1 || port > 65_535))) {
    throw new InputError(
      `${key}: "${entry}" must be a host, host:port, or *.host; an IPv6 address stands in brackets`,
    );
  }
  const host = normaliseHost(url.hostname);
  return {
    host: match[1] ? `.${host}` : host,
    wildcard: Boolean(match[1]),
    port,
  };
}

/** Whether a pattern is about a target. */
export function matchesHost(pattern: HostPattern, target: Target): boolean {
  const port = pattern.port === undefined || pattern.port === target.port;
  return (
    port &&
    (pattern.wildcard
      ? target.host.endsWith(pattern.host)
      : target.host === pattern.host)
  );
}

function safeUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
