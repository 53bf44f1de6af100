import { auditItem, type Origin } from '../../audit/index.ts';
import { type Clock, SECOND, systemClock } from '../../core/clock.ts';
import { Unprocessable } from '../../core/errors.ts';
import { admitMail } from '../../limits/index.ts';
import { handOver } from '../../platform/mail.ts';
import { authKeys, transact } from '../../store/index.ts';
import { emailHash, normalizedEmail } from '../email.ts';
import { LINK_LIFE, newLink } from '../links/link.ts';
import { notSignedIn } from '../not-signed-in.ts';
import { profileOf } from '../profile.ts';
import { notCutOff, type SignedIn, stillSignedIn } from '../sign-ins/signed-in.ts';
import { requirePassword } from './current-password.ts';
import { emailChangeMail } from './mails.ts';
import { requireMail } from './settings.ts';

type Wanted = { email: string; password: string; deviceToken?: string | undefined };

const isNew = 'attribute_not_exists(#pk)';

/**
 * Mails a link to the new address of a person who shows their password; `confirmEmail` makes the change. Whether somebody has
 * that address already is told only to whoever can read its mail.
 */
export const requestEmailChange = async (
  who: SignedIn,
  { email: address, password, deviceToken }: Wanted,
  { origin, clock = systemClock }: { origin: Origin; clock?: Clock | undefined },
): Promise<{ expires_in: number }> => {
  requireMail();
  const { user } = who;
  const { email: former } = await profileOf(user);
  const email = normalizedEmail(address);
  if (email === former) {
    throw new Unprocessable('This is your e-mail address.', {
      errors: [{ path: 'email', message: 'Is yours already.' }],
    });
  }
  const shown = { password, field: 'password', deviceToken };
  const credentials = await requirePassword(user, shown, { email: former, origin, now: clock.now() });
  const now = clock.now();
  await admitMail({ emailHash: emailHash(email), sourceIp: origin.sourceIp }, now);
  const { token, item } = newLink(user, { kind: 'email', email, serial: credentials.serial }, now);
  const outcome = await transact([
    stillSignedIn(who),
    { check: authKeys.credentials(user), ...notCutOff(who) },
    { put: item, when: isNew },
    { put: auditItem(user, 'email_change_requested', origin, now), when: isNew },
  ]);
  if (!outcome.ok) throw notSignedIn('the sign-in was ended meanwhile');
  await handOver(emailChangeMail(email, token));
  return { expires_in: LINK_LIFE.email / SECOND };
};
