import { InputError } from '@backstage/errors';
import ipaddr from 'ipaddr.js';

/** A block of addresses, as `10.2.0.0/16` names it. */
export interface AddressBlock {
  network: ipaddr.IPv4 | ipaddr.IPv6;
  bits: number;
}

/**
 * Reads an address block in CIDR notation (RFC 4632, RFC 4291).
 *
 * @throws InputError that names the configuration's key
 */
export function parseAddressBlock(entry: string, key: string): AddressBlock {
  try {
    const [network, bits] = ipaddr.parseCIDR(entry.trim());
    return { network, bits };
  } catch {
    throw new InputError(
      `${key}: "${entry}" must be a block of addresses such as 10.2.0.0/16 or fd00::/8`,
    );
  }
}

/** Whether an address lies in a block; an IPv4 address mapped into IPv6 counts as itself. */
export function inAddressBlock(
  { network, bits }: AddressBlock,
  address: string,
): boolean {
  if (!ipaddr.isValid(address)) {
    return false;
  }
  const parsed = ipaddr.process(address);
  return parsed.kind() === network.kind() && parsed.match(network, bits);
}
