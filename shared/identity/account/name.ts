import { auditItem, type Origin } from '../../audit/index.ts';
import { type Clock, systemClock } from '../../core/clock.ts';
import { Defect } from '../../core/errors.ts';
import type { UserScope } from '../../core/scope.ts';
import { transact, userKeys } from '../../store/index.ts';
import { type Profile, profileOf } from '../profile.ts';

const exists = 'attribute_exists(#pk)';
const isNew = 'attribute_not_exists(#pk)';

/** Gives a person another name to be shown by, or with `null` none. */
export const changeName = async (
  user: UserScope,
  name: string | null,
  { origin, clock = systemClock }: { origin: Origin; clock?: Clock | undefined },
): Promise<Profile> => {
  const named =
    name === null ? { update: 'remove #display_name' } : { update: 'set #display_name = :name', values: { name } };
  const outcome = await transact([
    { ...named, key: userKeys.profile(user), when: exists },
    { put: auditItem(user, 'name_changed', origin, clock.now()), when: isNew },
  ]);
  if (!outcome.ok) throw new Defect('A user who signs in has no profile.');
  return await profileOf(user);
};
