import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress } from './address.ts';
import { EgressDenied, EgressUnreachable } from './errors.ts';
import { hostOf } from './hosts.ts';
import { checkTarget, type EgressPolicy, NOT_PUBLIC } from './target.ts';

export type Address = { address: string; family: number };
export type Resolve = (host: string) => Promise<Address[]>;

export const systemResolve: Resolve = (host) => lookup(host, { all: true });

/**
 * The addresses a connection may go to. The name is resolved once, here: the checked addresses are the ones connected to, so
 * DNS rebinding gains nothing. A single address that is not public rules the name out.
 */
export const vettedAddresses = async (url: URL, policy: EgressPolicy, resolve: Resolve): Promise<Address[]> => {
  const standing = checkTarget(url, policy);
  const host = hostOf(url);
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family }];
  const addresses = await resolve(host).catch((cause: unknown) => {
    throw new EgressUnreachable(`The name ${host} cannot be resolved.`, { cause, sent: false });
  });
  if (addresses.length === 0) throw new EgressUnreachable(`The name ${host} has no address.`, { sent: false });
  if (standing === 'public' && !addresses.every(({ address }) => isPublicAddress(address))) {
    throw new EgressDenied(NOT_PUBLIC);
  }
  return addresses;
};
