import { auditItem, type Origin } from '../../audit/index.ts';
import { type Clock, systemClock } from '../../core/clock.ts';
import { secretText } from '../../core/digest.ts';
import { Conflict } from '../../core/errors.ts';
import { log } from '../../observability/log.ts';
import { authKeys, transact } from '../../store/index.ts';
import { ACCESS_TOKEN_AGE } from '../access-token.ts';
import { unchangedSince } from '../credentials/credentials.ts';
import { notSignedIn } from '../not-signed-in.ts';
import { hashPassword } from '../password/hash.ts';
import { refuseFaulty } from '../password/refused.ts';
import { profileOf } from '../profile.ts';
import { cut, cutoffAt, denial } from '../sign-ins/cutoff.ts';
import { notCutOff, type SignedIn, stillSignedIn } from '../sign-ins/signed-in.ts';
import { closeSockets } from '../sockets.ts';
import { requirePassword } from './current-password.ts';
import { passwordChangedMail } from './mails.ts';
import { postAfterwards } from './post.ts';

type Change = { current: string; next: string; deviceToken?: string | undefined };

const isNew = 'attribute_not_exists(#pk)';

/** Replaces the password of a person who shows the current one, and ends all of their sign-ins but this one. */
export const changePassword = async (
  who: SignedIn,
  { current, next, deviceToken }: Change,
  { origin, clock = systemClock }: { origin: Origin; clock?: Clock | undefined },
): Promise<void> => {
  const { user, family } = who;
  const { email } = await profileOf(user);
  refuseFaulty(next, email);
  const shown = { password: current, field: 'current_password', deviceToken };
  const credentials = await requirePassword(user, shown, { email, origin, now: clock.now() });
  const password = await hashPassword(next);
  const now = clock.now();
  const cutoff = cutoffAt(now, family);
  const ended = cut(cutoff);
  const unchanged = unchangedSince(credentials.serial);
  const standing = notCutOff(who);
  const outcome = await transact([
    stillSignedIn(who),
    {
      update: `set #password = :password, #serial = :next, ${ended.set}${ended.remove}`,
      key: authKeys.credentials(user),
      when: `${unchanged.when} and ${standing.when}`,
      values: { ...unchanged.values, ...standing.values, ...ended.values, password, next: secretText() },
    },
    denial(user, cutoff, { now, tokenAge: ACCESS_TOKEN_AGE }),
    { put: auditItem(user, 'password_changed', origin, now), when: isNew },
  ]);
  if (!outcome.ok) {
    if (outcome.lost.includes(0)) throw notSignedIn('the sign-in was ended meanwhile');
    throw new Conflict('The account was changed at the same time. Try again.');
  }
  log.info('password changed', { user_id: user.userId, source_ip: origin.sourceIp });
  await closeSockets(user, { otherThan: family });
  await postAfterwards(passwordChangedMail(email));
};
