import { partOfKey } from '../../core/scope.ts';
import { key } from './key.ts';

export const callsPartition = (day: string) => `CALLS#${day}`;

/**
 * The few items that are found before a user is known. They hold a pointer or a count and nothing else; each function's
 * role names the prefixes it may touch.
 */
export const pointerKeys = {
  email: (hash: string) => key(`EMAIL#${hash}`, 'USER'),
  signIn: (emailHash: string) => key(`SIGNIN#${emailHash}`, 'FAILURES'),
  signInFrom: (emailHash: string, addressHash: string) => key(`SIGNIN#${emailHash}`, `FROM#${addressHash}`),
  signInDevice: (emailHash: string, device: string) => key(`SIGNIN#${emailHash}`, `DEVICE#${partOfKey(device)}`),
  address: (addressHash: string) => key(`ADDRESS#${addressHash}`, 'FAILURES'),
  registrations: (addressHash: string) => key(`ADDRESS#${addressHash}`, 'REGISTRATIONS'),
  apiKey: (hash: string) => key(`APIKEY#${hash}`, 'USER'),
  connection: (id: string) => key(`CONNECTION#${id}`, 'USER'),
  ticket: (hash: string) => key(`TICKET#${hash}`, 'USER'),
  /** The public keys that access tokens are checked with. */
  verifyingKeys: () => key('KEYS#', 'VERIFYING'),
  health: () => key('HEALTH#', 'PROBE'),
  /** The policies of the deployment, which belong to no user. */
  policies: () => key('POLICIES#', 'CURRENT'),
  /** Calls of models about which policies decided something, by day: whose call it was, for an administrator's list. */
  modelCall: (day: string, id: string) => key(callsPartition(day), partOfKey(id)),
};
