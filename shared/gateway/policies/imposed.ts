import { LRUCache } from 'lru-cache';
import { SECOND } from '../../core/clock.ts';
import type { UserScope } from '../../core/scope.ts';
import { DEFAULT_USER_MAY, type UserMay } from './own/settings.ts';
import { type PolicySetting, rankOf } from './settings.ts';
import { readPolicies, type StoredPolicies, storePolicies } from './stored.ts';

/** How long a container may go on using administrators' policies that have been changed meanwhile. */
const CACHE_TTL = 30 * SECOND;

/** What administrators have decided for one user: for the deployment, and for that user alone. */
export type Imposed = { policies: PolicySetting[]; may: UserMay };

/** A user's entries by an administrator replace the deployment's of the same name; the others join, before `pii` and `dedup`. */
export const merged = (deployment: readonly PolicySetting[], own: readonly PolicySetting[]): PolicySetting[] => {
  const names = new Set(deployment.map(({ name }) => name));
  const kinds = new Set(own.filter((one) => rankOf(one) > 0).map(({ kind }) => kind));
  const replaced = deployment
    .map((one) => own.find(({ name }) => name === one.name) ?? one)
    // Of `pii` and `dedup` there is only one: the user's own, whatever its name.
    .filter((one) => !kinds.has(one.kind) || own.includes(one));
  const joined = own.filter(({ name }) => !names.has(name));
  return [...replaced, ...joined].sort((one, other) => rankOf(one) - rankOf(other));
};

export const imposedBy = (deployment: StoredPolicies, ofUser: StoredPolicies): Imposed => {
  const policies = merged(deployment.policies, ofUser.policies);
  if (ofUser.user_may) return { policies, may: ofUser.user_may };
  const may = deployment.user_may ?? DEFAULT_USER_MAY;
  // What an administrator decided about this one person is not what is offered to everybody.
  const decided = new Set(ofUser.policies.map(({ name }) => name));
  return { policies, may: { ...may, switch_off: may.switch_off.filter((name) => !decided.has(name)) } };
};

/** What administrators have decided for a user, as it stands now. */
export const imposedOn = async (user: UserScope): Promise<Imposed> => {
  const [deployment, ofUser] = await Promise.all([readPolicies('deployment'), readPolicies(user)]);
  return imposedBy(deployment, ofUser);
};

const seen = new LRUCache<string, Promise<Imposed>>({ max: 1_000, ttl: CACHE_TTL });

/** What administrators have decided for a user, read once and then from memory. */
export const rememberedFor = (user: UserScope): Promise<Imposed> => {
  const known = seen.get(user.prefix);
  if (known) return known;
  const reading = imposedOn(user);
  seen.set(user.prefix, reading);
  // The caller sees a failure; the next call tries again.
  reading.catch(() => seen.delete(user.prefix));
  return reading;
};

/** Stores what administrators decide. Other containers follow within 30 seconds. */
export const changePolicies: typeof storePolicies = async (...given) => {
  const stored = await storePolicies(...given);
  forgetImposed();
  return stored;
};

/** Empties the memory, as in a new container. */
export const forgetImposed = (): void => seen.clear();
