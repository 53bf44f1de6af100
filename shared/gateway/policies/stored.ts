import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import { findOwnPolicies, settleAccount } from '../../accounts/index.ts';
import { type Clock, isoTime, SECOND, systemClock } from '../../core/clock.ts';
import { Conflict } from '../../core/errors.ts';
import type { UserScope } from '../../core/scope.ts';
import { accountKeys, getItem, type Key, pointerKeys, putItem, SCHEMA_VERSION } from '../../store/index.ts';
import { DEFAULT_POLICIES, type PolicySetting, policyListSchema, rankOf } from './settings.ts';

/** How long a container may go on using policies that have been changed meanwhile. */
const CACHE_TTL = 30 * SECOND;

export const storedPoliciesSchema = z
  .object({
    policies: policyListSchema,
    version: z.number().int(),
    updated_at: z.string(),
    updated_by: z.string(),
  })
  .meta({ id: 'StoredPolicies' });
export type StoredPolicies = z.infer<typeof storedPoliciesSchema>;

/** The deployment, or one user with policies of their own. */
export type PolicyOwner = 'deployment' | UserScope;

const keyOf = (owner: PolicyOwner): Key =>
  owner === 'deployment' ? pointerKeys.policies() : accountKeys.policies(owner);

/** Version 0: nothing has been configured yet. */
const unconfigured = (owner: PolicyOwner): StoredPolicies => ({
  policies: owner === 'deployment' ? DEFAULT_POLICIES : [],
  version: 0,
  updated_at: isoTime(0),
  updated_by: '',
});

export const readPolicies = async (owner: PolicyOwner): Promise<StoredPolicies> => {
  const item = owner === 'deployment' ? await getItem(keyOf(owner)) : await findOwnPolicies(owner);
  return item ? storedPoliciesSchema.parse(item) : unconfigured(owner);
};

const sameVersion = '#version = :version';
const notConfigured = 'attribute_not_exists(#pk)';

/** Stores policies, unless somebody else has stored others since `version`. Other containers follow within 30 s. */
export const storePolicies = async (
  owner: PolicyOwner,
  { policies, version }: { policies: PolicySetting[]; version: number },
  by: UserScope,
  clock: Clock = systemClock,
): Promise<StoredPolicies> => {
  const now: StoredPolicies = {
    policies,
    version: version + 1,
    updated_at: isoTime(clock.now()),
    updated_by: by.userId,
  };
  if (owner !== 'deployment') await settleAccount(owner);
  const outcome = await putItem(
    { ...keyOf(owner), v: SCHEMA_VERSION, ...now },
    { when: version === 0 ? notConfigured : sameVersion, values: { version } },
  );
  if (!outcome.ok) {
    const current = Number(outcome.items[0]?.version ?? 0);
    throw new Conflict(`The policies have changed meanwhile; they are now at version ${current}.`);
  }
  forgetPolicies();
  return now;
};

/** A user's own entries replace the deployment's of the same name; the others join the list, before `pii` and `dedup`. */
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

const seen = new LRUCache<string, Promise<[StoredPolicies, StoredPolicies]>>({ max: 1_000, ttl: CACHE_TTL });

/**
 * The policies for one user's calls, read once and then from memory. If they cannot be read the call fails: none is left out.
 * Two single reads, because a role's grants name one kind of partition each and a batch over both would need one for both.
 */
export const policiesFor = async (user: UserScope): Promise<PolicySetting[]> => {
  let known = seen.get(user.prefix);
  if (!known) {
    known = Promise.all([readPolicies('deployment'), readPolicies(user)]);
    seen.set(user.prefix, known);
    // The caller sees a failure; the next call tries again.
    known.catch(() => seen.delete(user.prefix));
  }
  const [deployment, own] = await known;
  return merged(deployment.policies, own.policies);
};

/** Empties the memory, as in a new container. */
export const forgetPolicies = (): void => seen.clear();
