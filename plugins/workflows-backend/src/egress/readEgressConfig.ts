import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { type AddressBlock, parseAddressBlock } from './cidr';
import { type HostPattern, parseHostPattern } from './hostPattern';

/** Where actions may go, or may not. */
export interface EgressList {
  hosts: readonly HostPattern[];
  blocks: readonly AddressBlock[];
}

/** What the configuration says of where actions may go. */
export interface EgressConfig {
  allow: EgressList;
  /** Wins over `allow`. */
  deny: EgressList;
  /** Whether public addresses need no entry. */
  allowPublic: boolean;
  /** Requests to one host and port that a replica has open at a time. */
  perHostConcurrency: number;
  /** The forward proxy that all requests go through. */
  proxy?: URL;
}

const KEY = 'workflows.egress';
const DEFAULT_PER_HOST = 10;

/**
 * Reads `workflows.egress`.
 *
 * @throws InputError that names the entry when it is none
 */
export function readEgressConfig(rootConfig: RootConfigService): EgressConfig {
  const config = rootConfig.getOptionalConfig(KEY);
  const allow = readEgressList(config, 'allow');
  const allowPublic = config?.getOptionalBoolean('allowPublic') ?? true;
  const proxy = readProxy(config);
  if (proxy && (allowPublic || allow.hosts.length === 0)) {
    throw new InputError(
      `${KEY}.proxy: a proxy resolves names itself, so addresses cannot be checked here; set ${KEY}.allowPublic to false and name every host in ${KEY}.allow`,
    );
  }
  return {
    allow,
    deny: readEgressList(config, 'deny'),
    allowPublic,
    perHostConcurrency: readPerHost(config),
    proxy,
  };
}

function readEgressList(
  config: Config | undefined,
  name: 'allow' | 'deny',
): EgressList {
  const entries = (config?.getOptionalStringArray(name) ?? []).map(
    (entry, index) => ({ entry, key: `${KEY}.${name}[${index}]` }),
  );
  const isBlock = ({ entry }: { entry: string }) => entry.includes('/');
  return {
    hosts: entries
      .filter(entry => !isBlock(entry))
      .map(({ entry, key }) => parseHostPattern(entry, key)),
    blocks: entries
      .filter(isBlock)
      .map(({ entry, key }) => parseAddressBlock(entry, key)),
  };
}

function readPerHost(config: Config | undefined): number {
  const value =
    config?.getOptionalNumber('perHostConcurrency') ?? DEFAULT_PER_HOST;
  if (!Number.isInteger(value) || value < 1) {
    throw new InputError(
      `${KEY}.perHostConcurrency is ${value}; it must be a whole number of at least 1`,
    );
  }
  return value;
}

function readProxy(config: Config | undefined): URL | undefined {
  const text = config?.getOptionalString('proxy');
  if (text === undefined) {
    return undefined;
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    // The text itself may hold the proxy's password.
    throw new InputError(
      `${KEY}.proxy must be a URL such as http://proxy.example.com:3128`,
    );
  }
  return url;
}
