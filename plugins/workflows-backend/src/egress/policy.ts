import { ActionError } from 'backstage-plugin-workflows-node';
import { specialRange } from './addresses';
import { type Target, matchesHost } from './hostPattern';
import type { EgressConfig } from './readEgressConfig';

/**
 * Refuses a host by its name, before anything is resolved.
 *
 * @throws ActionError `egress_refused`
 */
export function checkHost(config: EgressConfig, target: Target): void {
  if (config.deny.some(pattern => matchesHost(pattern, target))) {
    throw refused(target, 'it is on the list workflows.egress.deny');
  }
  if (
    !config.allowPublic &&
    !config.allow.some(pattern => matchesHost(pattern, target))
  ) {
    throw refused(target, 'it is not on the list workflows.egress.allow');
  }
}

/**
 * Refuses a host by its addresses. One bad answer refuses them all: of a mixed
 * answer nobody can say which one the next connection takes. An entry in `allow`
 * lifts this only when it names the host exactly; under a wildcard anyone who
 * can make a subdomain could point it inside.
 *
 * @throws ActionError `egress_refused`
 */
export function checkAddresses(
  config: EgressConfig,
  target: Target,
  addresses: readonly string[],
): void {
  for (const host of addresses) {
    checkHost({ ...config, allowPublic: true }, { host, port: target.port });
  }
  const exempt = config.allow.some(
    pattern => !pattern.wildcard && matchesHost(pattern, target),
  );
  const range = exempt
    ? undefined
    : addresses.map(specialRange).find(found => found !== undefined);
  if (range) {
    throw refused(
      target,
      `its address is not on the public internet (${range}), and the list workflows.egress.allow does not name it`,
    );
  }
}

function refused({ host, port }: Target, reason: string): ActionError {
  return new ActionError(
    `Nothing was sent to ${host}:${port}: ${reason}. Use another host, or ask the portal's administrators to change the configuration.`,
    { code: 'egress_refused' },
  );
}
