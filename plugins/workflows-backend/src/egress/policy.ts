import { isIP } from 'node:net';
import { ActionError } from 'backstage-plugin-workflows-node';
import { specialRange } from './addresses';
import { inAddressBlock } from './cidr';
import { type Target, matchesHost } from './hostPattern';
import type { EgressConfig, EgressList } from './readEgressConfig';

/**
 * Refuses a host by its name, before anything is resolved.
 *
 * @throws ActionError `egress_refused`
 */
export function checkHost(config: EgressConfig, target: Target): void {
  const { allow, allowPublic, deny } = config;
  if (names(deny, target) || holds(deny, target.host)) {
    throw refused(target, ON_DENY);
  }
  // Behind a proxy a name's addresses are never known, so blocks do not help it.
  const addressesMayHelp =
    !config.proxy && !isIP(target.host) && allow.blocks.length > 0;
  const allowed =
    allowPublic || names(allow, target) || holds(allow, target.host);
  if (!allowed && !addressesMayHelp) {
    throw refused(target, NOT_ON_ALLOW);
  }
}

/**
 * Refuses a host by its addresses. One bad answer refuses them all: of a mixed
 * answer nobody can say which one the next connection takes. An address that is
 * not public needs an entry in `allow` that is its block, or that names the host
 * exactly; under a wildcard anyone who can make a subdomain could point it
 * inside.
 *
 * @throws ActionError `egress_refused`
 */
export function checkAddresses(
  config: EgressConfig,
  target: Target,
  addresses: readonly string[],
): void {
  const { allow, allowPublic, deny } = config;
  const exact = {
    ...allow,
    hosts: allow.hosts.filter(({ wildcard }) => !wildcard),
  };
  for (const address of addresses) {
    const place = { host: address, port: target.port };
    if (names(deny, place) || holds(deny, address)) {
      throw refused(target, ON_DENY);
    }
    const inBlock = holds(allow, address);
    if (!allowPublic && !inBlock && !names(allow, target)) {
      throw refused(target, NOT_ON_ALLOW);
    }
    const range = specialRange(address);
    if (range && !inBlock && !names(exact, target)) {
      throw refused(
        target,
        `its address is not on the public internet (${range}), and the list workflows.egress.allow does not name it`,
      );
    }
  }
}

const ON_DENY = 'it is on the list workflows.egress.deny';
const NOT_ON_ALLOW = 'it is not on the list workflows.egress.allow';

function names({ hosts }: EgressList, target: Target): boolean {
  return hosts.some(pattern => matchesHost(pattern, target));
}

function holds({ blocks }: EgressList, address: string): boolean {
  return blocks.some(block => inAddressBlock(block, address));
}

function refused({ host, port }: Target, reason: string): ActionError {
  return new ActionError(
    `Nothing was sent to ${host}:${port}: ${reason}. Use another host, or ask the portal's administrators to change the configuration.`,
    { code: 'egress_refused' },
  );
}
