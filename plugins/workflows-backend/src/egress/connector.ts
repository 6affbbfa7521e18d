import { type LookupAddress, promises as dns } from 'node:dns';
import { type LookupFunction, isIP } from 'node:net';
import { ActionError } from 'backstage-plugin-workflows-node';
import { buildConnector } from 'undici';
import type { Target } from './hostPattern';
import { checkAddresses } from './policy';
import { createProxyConnector } from './proxyConnector';
import type { EgressConfig } from './readEgressConfig';

/** All addresses of a name. */
export type Lookup = (host: string) => Promise<LookupAddress[]>;

const systemLookup: Lookup = host => dns.lookup(host, { all: true });

export interface ConnectorOptions {
  config: EgressConfig;
  target: Target;
  lookup?: Lookup;
  /** From here on the other side may have received something. */
  onConnected: () => void;
}

/**
 * Connects to addresses that were checked, and to no others. A lookup hook alone
 * is not enough, since Node does not call it for IP literals; checking first and
 * connecting by name afterwards is not either, since the second answer may
 * differ. So the name is resolved once, every answer is checked, and the socket
 * is given exactly those. Behind a proxy the proxy resolves: only literals can be
 * checked, and the list of allowed hosts decides the rest.
 */
export function createConnector(
  options: ConnectorOptions,
): buildConnector.connector {
  const { config, target, lookup = systemLookup, onConnected } = options;
  return (connectOptions, callback) => {
    connectorOf(config, target, lookup)
      .then(connect =>
        connect(connectOptions, (...result) => {
          if (!result[0]) {
            onConnected();
          }
          callback(...result);
        }),
      )
      .catch(error => callback(error, null));
  };
}

async function connectorOf(
  config: EgressConfig,
  target: Target,
  lookup: Lookup,
): Promise<buildConnector.connector> {
  if (config.proxy) {
    if (isIP(target.host)) {
      checkAddresses(config, target, [target.host]);
    }
    return createProxyConnector({ proxy: config.proxy, target });
  }
  const addresses = await resolve(target.host, lookup);
  checkAddresses(
    config,
    target,
    addresses.map(({ address }) => address),
  );
  return buildConnector({
    lookup: pinned(addresses),
    // Said, so that no environment variable can switch it off.
    rejectUnauthorized: true,
  });
}

async function resolve(host: string, lookup: Lookup): Promise<LookupAddress[]> {
  const family = isIP(host);
  if (family) {
    return [{ address: host, family }];
  }
  const addresses = await lookup(host).catch(() => []);
  if (addresses.length === 0) {
    throw new ActionError(
      `The host ${host} cannot be found; check its spelling, or try again if its name service is away.`,
      { code: 'dns_failed', retryable: true },
    );
  }
  return addresses;
}

function pinned(addresses: LookupAddress[]): LookupFunction {
  return (_host, options, callback) =>
    options.all
      ? callback(null, addresses)
      : callback(null, addresses[0].address, addresses[0].family);
}
