import * as z from 'zod';
import { findOwnPolicies, settleAccount } from '../../accounts/index.ts';
import { type Clock, isoTime, systemClock } from '../../core/clock.ts';
import { Conflict } from '../../core/errors.ts';
import type { UserScope } from '../../core/scope.ts';
import { optional } from '../../platform/configuration.ts';
import { accountKeys, getItem, type Key, pointerKeys, putItem, SCHEMA_VERSION } from '../../store/index.ts';
import { userMaySchema } from './own/settings.ts';
import { defaultPolicies, policyListSchema } from './settings.ts';

export const storedPoliciesSchema = z
  .object({
    policies: policyListSchema,
    /** Absent of the deployment: the defaults; of one user: as the deployment says. */
    user_may: userMaySchema.optional(),
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

/** The deployment's setting `piiRedaction`: on, unless it says off. */
const redactsPersonalData = (): boolean => optional('piiRedaction') !== 'off';

/** Version 0: nothing has been configured yet. */
const unconfigured = (owner: PolicyOwner): StoredPolicies => ({
  policies: owner === 'deployment' ? defaultPolicies(redactsPersonalData()) : [],
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

/** Stores policies, unless somebody else has stored others since `version`. Containers follow within 30 s. */
export const storePolicies = async (
  owner: PolicyOwner,
  { version, ...given }: Pick<StoredPolicies, 'policies' | 'user_may' | 'version'>,
  by: UserScope,
  clock: Clock = systemClock,
): Promise<StoredPolicies> => {
  const now: StoredPolicies = {
    ...given,
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
  return now;
};
