import { settleAccount } from '../../accounts/index.ts';
import { auditItem, type Origin } from '../../audit/index.ts';
import { type Clock, MINUTE, systemClock } from '../../core/clock.ts';
import { Unprocessable } from '../../core/errors.ts';
import type { Identity } from '../../core/identity.ts';
import { beganAt } from '../../core/ids.ts';
import { log } from '../../observability/log.ts';
import { notSignedIn } from '../not-signed-in.ts';
import { type Profile, profileOf } from '../profile.ts';
import { requirePassword } from './current-password.ts';
import { removeAccount } from './removal.ts';

/** Whoever signed in within it needs not show the password once more. */
export const FRESH_SIGN_IN = 5 * MINUTE;

/** `confirm`: the user's own id, which no program sends by mistake, as it may send `DELETE /my/keys/..`. */
type Shown = { password?: string | undefined; confirm?: string | undefined; deviceToken?: string | undefined };
type Facts = { origin: Origin; clock?: Clock | undefined };

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
  const outcome = await removeAccount(user, {
    profile,
    before,
    entries: [{ put: auditItem(user, 'account_removed', origin, now), when: 'attribute_not_exists(#pk)' }],
    who: family === undefined ? undefined : { user, family },
    now,
  });
  if (outcome === 'signed out') throw notSignedIn('the sign-in was ended meanwhile');
  log.info('left', { user_id: user.userId, source_ip: origin.sourceIp });
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
