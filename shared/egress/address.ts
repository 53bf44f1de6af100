import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** All that IANA has given out for the public Internet: https://www.iana.org/assignments/ipv6-address-space */
const GLOBAL_V6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address is one of the public Internet. Everything else is refused: loopback, private networks, link-local with
 * the cloud's metadata service, and the ranges that smuggle an IPv4 address inside IPv6 (mapped, 6to4, NAT64, Teredo).
 */
export const isPublicAddress = (address: string): boolean => {
  // `isIP` knows only the one spelling of an IPv4 address that cannot be misread.
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_V6);
};
