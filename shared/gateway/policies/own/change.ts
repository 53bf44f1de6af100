import * as z from 'zod';
import type { Origin } from '../../../audit/index.ts';
import { Unprocessable } from '../../../core/errors.ts';
import type { UserScope } from '../../../core/scope.ts';
import { checkPolicies } from '../check.ts';
import { type Imposed, imposedOn } from '../imposed.ts';
import type { PolicySetting } from '../settings.ts';
import { beyond, type OwnPolicies, ownPoliciesSchema, userMaySchema } from './settings.ts';
import { ownItemOf, parsedOwn, type StoredOwn, storeOwn } from './stored.ts';

/** A policy that administrators decided. Its texts (words to replace, a judge's question) may say what is to stay unsaid. */
const imposedPolicySchema = z
  .object({
    name: z.string(),
    kind: z.string(),
    /** Whether the person's calls pass it. */
    enabled: z.boolean(),
    may_switch_off: z.boolean(),
    on: z.string().optional(),
    action: z.string().optional(),
    /** Models. */
    allow: z.array(z.string()).optional(),
    /** Of personal data; absent: those found by default. */
    types: z.array(z.string()).optional(),
    more_types: z.array(z.string()).optional(),
  })
  .meta({ id: 'ImposedPolicy' });

export const myPoliciesSchema = ownPoliciesSchema
  .extend({
    imposed: z.array(imposedPolicySchema),
    user_may: userMaySchema,
    version: z.number().int(),
    updated_at: z.string(),
  })
  .meta({ id: 'MyPolicies' });
export type MyPolicies = z.infer<typeof myPoliciesSchema>;

/** What a person's calls pass: what administrators decided, what of that is theirs to change, and what they added. */
export const ownPoliciesOf = async (user: UserScope): Promise<MyPolicies> => {
  const [decided, item] = await Promise.all([imposedOn(user), ownItemOf(user)]);
  return shown(decided, parsedOwn(item));
};

/** @throws Unprocessable naming each entry that is not valid or not theirs to set; Conflict if `version` is not the stored one */
export const changeOwnPolicies = async (
  user: UserScope,
  given: OwnPolicies & { version: number },
  by: { origin?: Partial<Origin> } = {},
): Promise<MyPolicies> => {
  await checkPolicies(given.policies);
  const decided = await imposedOn(user);
  const errors = beyond(given, { may: decided.may, imposed: decided.policies });
  if (errors.length > 0) throw new Unprocessable('Some of the policies are not yours to set.', { errors });
  return shown(decided, await storeOwn(user, given, by));
};

const shown = ({ policies, may }: Imposed, own: StoredOwn): MyPolicies => {
  const switchable = may.switch_off.filter((name) => policies.some((one) => one.name === name));
  const isOff = (name: string): boolean => switchable.includes(name) && own.switched_off.includes(name);
  return {
    imposed: policies.map((one) => ({
      ...plain(one),
      enabled: one.enabled && !isOff(one.name),
      may_switch_off: switchable.includes(one.name),
    })),
    user_may: { add: may.add, switch_off: switchable },
    policies: own.policies,
    switched_off: own.switched_off,
    version: own.version,
    updated_at: own.updated_at,
  };
};

const plain = (one: PolicySetting) => ({
  name: one.name,
  kind: one.kind,
  ...('on' in one && { on: one.on }),
  ...('action' in one && { action: one.action }),
  ...(one.kind === 'models' && { allow: one.allow }),
  ...(one.kind === 'pii' && one.types && { types: one.types }),
  ...(one.kind === 'pii' && one.more_types && { more_types: one.more_types }),
});
