import { createHash } from 'node:crypto';
import { partOfKey, type UserScope } from '../../core/scope.ts';
import { key, whole } from './key.ts';

/** Figures of the deployment that are no counts. */
export const METRICS = 'METRICS#';
/** The invitations of the deployment, which all administrators see. */
export const INVITATIONS = 'INVITATION#';

export const signInPartition = (emailHash: string) => `SIGNIN#${emailHash}`;
/** The tiers of the deployment that administrators have stored. */
export const TIERS = 'TIERS#';

export const callsPartition = (day: string) => `CALLS#${day}`;

/** The directory of users, spread over shards, as one partition takes a thousand writes a second. */
const DIRECTORY_SHARDS = ['DIRECTORY#0', 'DIRECTORY#1', 'DIRECTORY#2', 'DIRECTORY#3'] as const;

const directoryShard = (userId: string): string => {
  const first = createHash('sha256').update(userId).digest()[0] ?? 0;
  return DIRECTORY_SHARDS[first % DIRECTORY_SHARDS.length] as string;
};

export const directoryRanges = DIRECTORY_SHARDS.map(whole);

/**
 * The few items that are found before a user is known. They hold a pointer or a count and nothing else; each function's
 * role names the prefixes it may touch.
 */
export const pointerKeys = {
  email: (hash: string) => key(`EMAIL#${hash}`, 'USER'),
  signIn: (emailHash: string) => key(signInPartition(emailHash), 'FAILURES'),
  signInFrom: (emailHash: string, addressHash: string) => key(signInPartition(emailHash), `FROM#${addressHash}`),
  signInDevice: (emailHash: string, device: string) => key(signInPartition(emailHash), `DEVICE#${partOfKey(device)}`),
  address: (addressHash: string) => key(`ADDRESS#${addressHash}`, 'FAILURES'),
  registrations: (addressHash: string) => key(`ADDRESS#${addressHash}`, 'REGISTRATIONS'),
  /** Requests without a sign-in, of one minute. */
  requestsFrom: (addressHash: string, minute: number) => key(`ADDRESS#${addressHash}`, `MINUTE#${minute}`),
  mailsTo: (emailHash: string) => key(signInPartition(emailHash), 'MAILS'),
  mailsFrom: (addressHash: string) => key(`ADDRESS#${addressHash}`, 'MAILS'),
  linksFrom: (addressHash: string) => key(`ADDRESS#${addressHash}`, 'LINKS'),
  /** An open invitation, which leads to nobody yet. */
  invitation: (id: string) => key(INVITATIONS, partOfKey(id)),
  apiKey: (hash: string) => key(`APIKEY#${hash}`, 'USER'),
  connection: (id: string) => key(`CONNECTION#${id}`, 'USER'),
  ticket: (hash: string) => key(`TICKET#${hash}`, 'USER'),
  /** Leads from the token in a preview's address to it. */
  preview: (hash: string) => key(`PREVIEW#${hash}`, 'PROJECT'),
  /** The public keys that access tokens are checked with. */
  verifyingKeys: () => key('KEYS#', 'VERIFYING'),
  /** What the cursors of lists are sealed with. */
  cursorKey: () => key('CURSORS#', 'KEY'),
  health: () => key('HEALTH#', 'PROBE'),
  /** Figures of the deployment, which belong to no user: counts that everybody adds to, spread over shards. */
  counters: (shard: number) => key(`METRICS#${shard}`, 'COUNTERS'),
  /** What the cache of one container holds, as it last said. */
  cacheContainer: (container: string) => key(METRICS, `CACHE#${partOfKey(container)}`),
  /** The sums over all users as last published, those under way, and until when somebody wants them. */
  snapshot: () => key(METRICS, 'SNAPSHOT'),
  walk: () => key(METRICS, 'WALK'),
  wanted: () => key(METRICS, 'WANTED'),
  /** Whether the model provider answers, as calls of models found. */
  providerState: () => key(METRICS, 'PROVIDER'),
  /** The policies of the deployment, which belong to no user. */
  policies: () => key('POLICIES#', 'CURRENT'),
  /** A tier that administrators have stored. */
  tier: (name: string) => key(TIERS, partOfKey(name)),
  /** That there is a user of this id, for an administrator's lists. */
  directory: (user: UserScope) => key(directoryShard(user.userId), user.userId),
  /** Who has the role of an administrator, in one item, so that the last one cannot be removed. */
  administrators: () => key('ADMINS#', 'CURRENT'),
  /** Calls of models about which policies decided something, by day: whose call it was, for an administrator's list. */
  modelCall: (day: string, id: string) => key(callsPartition(day), partOfKey(id)),
};
