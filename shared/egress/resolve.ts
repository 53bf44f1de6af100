import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress } from './address.ts';
import { OutsideRefused, OutsideUnreachable } from './errors.ts';
import { hostOf } from './hosts.ts';
import { checkTarget, NOT_PUBLIC, type Policy } from './target.ts';

export type Address = { address: string; family: number };
export type Resolve = (host: string) => Promise<Address[]>;

export const systemResolve: Resolve = (host) => lookup(host, { all: true });

/**
 * The addresses a connection may go to. The name is looked up once, here: what is judged is what is connected to, so a name
 * that changes its mind in between (DNS rebinding) gains nothing. One address that is not public condemns the name.
 */
export const vettedAddresses = async (url: URL, policy: Policy, resolve: Resolve): Promise<Address[]> => {
  const standing = checkTarget(url, policy);
  const host = hostOf(url);
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family }];
  const addresses = await resolve(host).catch((cause: unknown) => {
    throw new OutsideUnreachable(`The name ${host} cannot be resolved.`, { cause, sent: false });
  });
  if (addresses.length === 0) throw new OutsideUnreachable(`The name ${host} has no address.`, { sent: false });
  if (standing === 'public' && !addresses.every(({ address }) => isPublicAddress(address))) {
    throw new OutsideRefused(NOT_PUBLIC);
  }
  return addresses;
};
