import { type Account, administratorWrites, settleAccount } from '../../accounts/index.ts';
import { auditItem, type Origin } from '../../audit/index.ts';
import { type Clock, DAY, epochSeconds, MINUTE, systemClock } from '../../core/clock.ts';
import { Conflict, Unprocessable } from '../../core/errors.ts';
import type { Identity } from '../../core/identity.ts';
import { beganAt } from '../../core/ids.ts';
import type { UserScope } from '../../core/scope.ts';
import { log } from '../../observability/log.ts';
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
import { notSignedIn } from '../not-signed-in.ts';
import { type Profile, profileOf } from '../profile.ts';
import { stillSignedIn } from '../sign-ins/signed-in.ts';
import { closeSockets } from '../sockets.ts';
import { requirePassword } from './current-password.ts';

/** Whoever signed in within it needs not show the password once more. */
export const FRESH_SIGN_IN = 5 * MINUTE;

/**
 * How long the mark stays that somebody has left: their removal takes half an hour, and everything that waits for a mended
 * sweeper. Whoever another issuer vouches for has the same id again, and is a newcomer after it.
 */
const MARK_LIFE = 7 * DAY;

/** `confirm`: the user's own id, which no program sends by mistake, as it may send `DELETE /my/keys/..`. */
type Shown = { password?: string | undefined; confirm?: string | undefined; deviceToken?: string | undefined };
type Facts = { origin: Origin; clock?: Clock | undefined };

const notChangedSince = '#revision = :revision';
const neverChanged = 'attribute_exists(#pk) and attribute_not_exists(#revision)';
const isTheirs = '#user_id = :me';

/**
 * Somebody leaves: from the next request on nobody is let in under their id, their e-mail address is free, and everything
 * that is theirs is due to be removed. 422 for a wrong password, none where it is long since they signed in, or nothing that says they mean it; 409 for the
 * last administrator.
 */
export const leave = async (
  identity: Identity,
  { password, confirm, deviceToken }: Shown,
  { origin, clock = systemClock }: Facts,
): Promise<void> => {
  const user = identity.scope;
  const profile = await profileOf(user);
  if (password !== undefined && profile.issuer === undefined) {
    const shown = { password, field: 'password', deviceToken };
    await requirePassword(user, shown, { email: profile.email, origin, now: clock.now() });
  } else if (!isFresh(identity, clock.now())) throw toBeShown(profile);
  else if (confirm !== user.userId) throw notMeant();
  const before = await settleAccount(user);
  if (!before || before.removed_at !== undefined) throw notSignedIn('the user was removed');
  const now = clock.now();
  const family = identity.family;
  const outcome = await transact([
    leftMark(user, before, now),
    ...(family === undefined ? [] : [stillSignedIn({ user, family })]),
    ...administratorWrites(user, before, { roles: ['user'], tier: before.tier }),
    ...withoutSignIn(user, profile),
    { remove: accountKeys.policies(user) },
    { remove: pointerKeys.directory(user) },
    { put: removalItem(user, profile, now) },
    { put: auditItem(user, 'account_removed', origin, now), when: 'attribute_not_exists(#pk)' },
  ]);
  if (!outcome.ok) throw refusal(outcome.lost, family !== undefined);
  log.info('left', { user_id: user.userId, source_ip: origin.sourceIp });
  await closeSockets(user, 'anything');
  await forgetSignIns(user, profile);
};

const isFresh = ({ family, signedInAt }: Identity, now: number): boolean => {
  const at = family === undefined ? signedInAt : beganAt(family);
  return at !== undefined && now - at <= FRESH_SIGN_IN;
};

const toBeShown = ({ issuer }: Profile): Unprocessable => {
  const message =
    issuer === undefined ? 'Is needed, or a sign-in of the last five minutes.' : 'Sign in once more first.';
  return new Unprocessable('This has to be confirmed.', { errors: [{ path: 'password', message }] });
};

const notMeant = (): Unprocessable =>
  new Unprocessable('This has to be confirmed.', {
    errors: [{ path: 'confirm', message: 'Must be your own id, or send your password.' }],
  });

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

/** Without credentials no sign-in begins any more. Of somebody for whom another issuer vouches there are none. */
const withoutSignIn = (user: UserScope, { email, issuer }: Profile): Write[] =>
  issuer === undefined
    ? [
        { remove: authKeys.credentials(user) },
        { remove: pointerKeys.email(emailHash(email)), when: isTheirs, values: { me: user.userId } },
      ]
    : [];

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

const refusal = (lost: number[], hasFamily: boolean): Error => {
  if (hasFamily && lost.includes(1)) return notSignedIn('the sign-in was ended meanwhile');
  if (lost.includes(0)) return new Conflict('The account was changed at the same time. Try again.');
  return new Conflict('The last administrator cannot leave. Make somebody else one first.');
};

/** Only here can what signs people in be read: the sweeper has no access to it. */
const forgetSignIns = async (user: UserScope, { email, issuer }: Profile): Promise<void> => {
  for await (const item of queryAll(ranges.signIn(user))) await deleteItem(keyOfItem(item));
  if (issuer !== undefined) return;
  for await (const item of queryAll(ranges.signInCounts(emailHash(email)))) await deleteItem(keyOfItem(item));
};
