import { auditItem, type Origin } from '../../audit/index.ts';
import { type Clock, isoTime, SECOND, systemClock } from '../../core/clock.ts';
import { ConfirmationRequired, Conflict, TooManyRequests } from '../../core/errors.ts';
import type { UserScope } from '../../core/scope.ts';
import { admitMail, type SignInAttempt, signInSucceeded } from '../../limits/index.ts';
import { log } from '../../observability/log.ts';
import { handOver } from '../../platform/mail.ts';
import { authKeys, transact, userKeys, type Write } from '../../store/index.ts';
import { findCredentials } from '../credentials/credentials.ts';
import { emailHash, normalizedEmail } from '../email.ts';
import { LINK_LIFE, newLink } from '../links/link.ts';
import { profileOf } from '../profile.ts';
import { confirmationMail } from './mails.ts';
import { confirmationRequired, requireMail } from './settings.ts';

const exists = 'attribute_exists(#pk)';
const isNew = 'attribute_not_exists(#pk)';

/** What says that an address is confirmed: where sign-in looks, and where the person can see it. */
export const confirmationWrites = (user: UserScope, now: number): [Write, Write] => [
  {
    update: 'set #confirmed_at = :at',
    key: authKeys.credentials(user),
    when: exists,
    values: { at: isoTime(now) },
  },
  {
    update: 'set #email_confirmed_at = :at',
    key: userKeys.profile(user),
    when: exists,
    values: { at: isoTime(now) },
  },
];

const mailLink = async (
  user: UserScope,
  email: string,
  { origin, now }: { origin: Origin; now: number },
): Promise<void> => {
  await admitMail({ emailHash: emailHash(email), sourceIp: origin.sourceIp }, now);
  const { token, item } = newLink(user, { kind: 'confirm', email }, now);
  await transact([
    { put: item, when: isNew },
    { put: auditItem(user, 'confirmation_requested', origin, now), when: isNew },
  ]);
  await handOver(confirmationMail(email, token));
};

/** Mails another link to a person who is signed in. Tells how long it works, in seconds. */
export const requestConfirmation = async (
  user: UserScope,
  { origin, clock = systemClock }: { origin: Origin; clock?: Clock | undefined },
): Promise<{ expires_in: number }> => {
  requireMail();
  const [{ email }, credentials] = await Promise.all([profileOf(user), findCredentials(user)]);
  if (credentials?.confirmed_at !== undefined) throw new Conflict('This e-mail address is confirmed already.');
  await mailLink(user, email, { origin, now: clock.now() });
  return { expires_in: LINK_LIFE.confirm / SECOND };
};

/**
 * Signs nobody in whose address is not confirmed, where the deployment asks for it, and mails them another link instead. Only
 * whoever knows the password comes here, so the answer tells no stranger anything.
 */
export const refuseUnconfirmed = async (
  user: UserScope,
  { email, attempt, origin, now }: { email: string; attempt: SignInAttempt; origin: Origin; now: number },
): Promise<void> => {
  if (!confirmationRequired()) return;
  await signInSucceeded(attempt);
  try {
    await mailLink(user, normalizedEmail(email), { origin, now });
  } catch (error) {
    // Links enough are on their way.
    if (!(error instanceof TooManyRequests)) throw error;
  }
  log.warn('sign-in before confirmation', { user_id: user.userId, source_ip: origin.sourceIp });
  throw new ConfirmationRequired('Confirm your e-mail address first, by the link in the mail that was sent to it.');
};
