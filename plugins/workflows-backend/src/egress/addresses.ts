import ipaddr from 'ipaddr.js';

/**
 * Public by its range, and still the host's: Azure's wire server, which hands
 * out credentials.
 */
const METADATA = new Set(['168.63.129.16']);

const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');

/**
 * Why an address is not on the public internet, in words for an error, or
 * `undefined` when it is. Everything but plain unicast is special: private,
 * loopback, link-local (cloud metadata), carrier-grade NAT, multicast, reserved,
 * and what wraps an IPv4 address in IPv6 (mapped, 6to4, Teredo, NAT64).
 */
export function specialRange(address: string): string | undefined {
  if (!ipaddr.isValid(address)) {
    return 'not an address';
  }
  const parsed = ipaddr.parse(address);
  const range = parsed.range();
  if (range !== 'unicast') {
    return range;
  }
  if (METADATA.has(parsed.toString())) {
    return 'metadata';
  }
  return parsed instanceof ipaddr.IPv6 && !parsed.match(GLOBAL_UNICAST)
    ? 'reserved'
    : undefined;
}
