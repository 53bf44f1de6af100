import { type Account, administratorWrites } from '../../accounts/index.ts';
import { DAY, epochSeconds } from '../../core/clock.ts';
import { Conflict } from '../../core/errors.ts';
import type { UserScope } from '../../core/scope.ts';
import {
  accountKeys,
  authKeys,
  deleteItem,
  due,
  keyOfItem,
  pointerKeys,
  queryAll,
  REMOVED_USER,
  ranges,
  SCHEMA_VERSION,
  transact,
  userKeys,
  type Write,
} from '../../store/index.ts';
import { emailHash } from '../email.ts';
import type { Profile } from '../profile.ts';
import { notCutOff, type SignedIn, stillSignedIn } from '../sign-ins/signed-in.ts';
import { closeSockets } from '../sockets.ts';

/**
 * How long the mark stays that somebody has left: their removal takes half an hour, and everything that waits for a mended
 * sweeper. Whoever another issuer vouches for has the same id again, and is a newcomer after it.
 */
const MARK_LIFE = 7 * DAY;

const notChangedSince = '#revision = :revision';
const neverChanged = 'attribute_exists(#pk) and attribute_not_exists(#revision)';
const isTheirs = '#user_id = :me';

/** `before`: the account as it was read. `entries` go to audit trails. `who`: the sign-in with which somebody leaves themselves. */
type Removing = { profile: Profile; before: Account; entries: Write[]; who?: SignedIn | undefined; now: number };

/**
 * From the next request on nobody is let in under this id, the e-mail address is free, and everything that is theirs is due
 * to be removed. Throws 409 for the last administrator, and where the account was changed since it was read.
 */
export const removeAccount = async (
  user: UserScope,
  { profile, before, entries, who, now }: Removing,
): Promise<'removed' | 'signed out'> => {
  const outcome = await transact([
    leftMark(user, before, now),
    ...withoutSignIn(user, profile, who),
    ...administratorWrites(user, before, { roles: ['user'], tier: before.tier }),
    { remove: accountKeys.policies(user) },
    { remove: pointerKeys.directory(user) },
    { put: removalItem(user, profile, now) },
    ...entries,
  ]);
  if (!outcome.ok) {
    const address = who ? 3 : 2;
    if (who && (outcome.lost.includes(1) || outcome.lost.includes(2))) return 'signed out';
    const isOutrun = outcome.lost.includes(0) || (profile.issuer === undefined && outcome.lost.includes(address));
    if (isOutrun) throw new Conflict('The account was changed at the same time. Try again.');
    throw new Conflict('The last administrator cannot go. Make somebody else one first.');
  }
  await closeSockets(user, 'anything');
  await forgetSignIns(user, profile);
  return 'removed';
};

/** What is left of the account says only that there was one; the table forgets it by itself. */
const leftMark = (user: UserScope, { revision }: Account, now: number): Write => ({
  key: accountKeys.account(user),
  update:
    'SET #roles = :roles, #locked = :yes, #removed_at = :now, #revision = :next, #expires_at = :ends REMOVE #budget',
  when: revision === undefined ? neverChanged : notChangedSince,
  values: {
    roles: ['user'],
    yes: true,
    now,
    revision,
    next: (revision ?? 0) + 1,
    ends: epochSeconds(now + MARK_LIFE),
  },
});

/**
 * Without credentials no sign-in begins any more. Of somebody for whom another issuer vouches there are none.
 *
 *     a thief      token checked ───────────────────────── leaves: refused
 *     the owner                    ends all other sign-ins
 */
const withoutSignIn = (user: UserScope, { email, issuer }: Profile, who: SignedIn | undefined): Write[] => {
  if (issuer !== undefined) return [];
  const credentials = authKeys.credentials(user);
  return [
    ...(who ? [stillSignedIn(who), { remove: credentials, ...notCutOff(who) }] : [{ remove: credentials }]),
    { remove: pointerKeys.email(emailHash(email)), when: isTheirs, values: { me: user.userId } },
  ];
};

const removalItem = (user: UserScope, { default_project_id }: Profile, now: number) => {
  const key = userKeys.removal(user);
  return {
    ...key,
    v: SCHEMA_VERSION,
    kind: REMOVED_USER,
    user_id: user.userId,
    project_id: default_project_id,
    left_at: now,
    ...due(key, now),
  };
};

/** Only here can what signs people in be read: the sweeper has no access to it. */
const forgetSignIns = async (user: UserScope, { email, issuer }: Profile): Promise<void> => {
  for await (const item of queryAll(ranges.signIn(user))) await deleteItem(keyOfItem(item));
  if (issuer !== undefined) return;
  for await (const item of queryAll(ranges.signInCounts(emailHash(email)))) await deleteItem(keyOfItem(item));
};
