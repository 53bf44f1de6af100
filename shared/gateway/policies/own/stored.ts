import * as z from 'zod';
import { auditItem, type Origin } from '../../../audit/index.ts';
import { type Clock, isoTime, systemClock } from '../../../core/clock.ts';
import { Conflict } from '../../../core/errors.ts';
import type { UserScope } from '../../../core/scope.ts';
import { getItem, type Item, recentItem, SCHEMA_VERSION, transact, userKeys } from '../../../store/index.ts';
import { type OwnPolicies, ownPoliciesSchema } from './settings.ts';

const storedSchema = ownPoliciesSchema.extend({ version: z.number().int(), updated_at: z.string() });
export type StoredOwn = z.infer<typeof storedSchema>;

/** Version 0: nothing has been set yet. */
const NOTHING: StoredOwn = { policies: [], switched_off: [], version: 0, updated_at: isoTime(0) };

export const ownItemOf = (user: UserScope): Promise<Item | undefined> => getItem(userKeys.ownPolicies(user));

/** The same, at most a second old, for the calls of models that one invocation makes. */
export const recentOwnItemOf = (user: UserScope): Promise<Item | undefined> => recentItem(userKeys.ownPolicies(user));

export const parsedOwn = (item: Item | undefined): StoredOwn => (item ? storedSchema.parse(item) : NOTHING);

const sameVersion = '#version = :version';
const notSetYet = 'attribute_not_exists(#pk)';

/** Stores a person's own policies with their entry in the audit trail, unless others were stored since `version`. */
export const storeOwn = async (
  user: UserScope,
  { version, ...own }: OwnPolicies & { version: number },
  { origin = {}, clock = systemClock }: { origin?: Partial<Origin>; clock?: Clock } = {},
): Promise<StoredOwn> => {
  const now = clock.now();
  const stored: StoredOwn = { ...own, version: version + 1, updated_at: isoTime(now) };
  const put = { ...userKeys.ownPolicies(user), v: SCHEMA_VERSION, ...stored };
  const outcome = await transact([
    version === 0 ? { put, when: notSetYet } : { put, when: sameVersion, values: { version } },
    { put: auditItem(user, 'policies_changed', { ...origin, target: `own version ${stored.version}` }, now) },
  ]);
  if (outcome.ok) return stored;
  const current = Number(outcome.items[0]?.version ?? 0);
  throw new Conflict(`Your policies have changed meanwhile; they are now at version ${current}.`);
};
